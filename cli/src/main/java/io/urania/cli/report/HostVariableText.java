package io.urania.cli.report;

import io.urania.cli.console.Style;
import io.urania.inventory.problem.Position;
import io.urania.inventory.python.Display;
import io.urania.inventory.value.BooleanValue;
import io.urania.inventory.value.ListValue;
import io.urania.inventory.value.MapValue;
import io.urania.inventory.value.NullValue;
import io.urania.inventory.value.TextValue;
import io.urania.inventory.value.Value;
import io.urania.inventory.yaml.YamlWriter;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Variables of a host for people: the value, its type, and the places that set it, in order of precedence; the one that counts is marked
 * and comes last.
 */
public final class HostVariableText {
    private static final int WIDTH = 100;

    private final Style style;

    public HostVariableText(Style style) {
        this.style = style;
    }

    public String of(List<HostVariable> variables) {
        return variables.stream().map(this::text).collect(Collectors.joining("\n\n"));
    }

    private String text(HostVariable variable) {
        StringBuilder text =
                new StringBuilder(style.bold(variable.name())).append(": ").append(value(variable));
        variable.written()
                .filter(written -> !Objects.equals(written.plain(), plain(variable)))
                .ifPresent(written -> text.append(indented("written as: " + inYaml(written))));
        List<Position> places = variable.places();
        for (int i = 0; i < places.size(); i++) {
            boolean winner = i == places.size() - 1;
            text.append("\n  ").append(winner ? style.green("* " + places.get(i)) : style.dim("  " + places.get(i)));
        }
        return text.toString();
    }

    private static @Nullable Object plain(HostVariable variable) {
        return variable.rendered().map(rendered -> rendered.value().plain()).orElse(null);
    }

    private String value(HostVariable variable) {
        if (variable.isSecret()) {
            return "not shown: a secret, from a lookup or encrypted";
        }
        if (variable.rendered().isEmpty()) {
            return style.red("cannot be rendered");
        }
        Value value = variable.rendered().get().value();
        String type = style.dim("(" + value.type() + ")");
        return isLong(value) ? type + indented(inYaml(value)) : scalar(value) + "  " + type;
    }

    private static String scalar(Value value) {
        return switch (value) {
            case BooleanValue truth -> Boolean.toString(truth.truth());
            case NullValue _ -> "null";
            default -> Display.text(value);
        };
    }

    private static boolean isLong(Value value) {
        return value instanceof ListValue || value instanceof MapValue;
    }

    private static String inYaml(Value value) {
        if (value instanceof TextValue text) {
            return text.text().stripTrailing();
        }
        return new YamlWriter(2, WIDTH, false, false).write(value).stripTrailing();
    }

    private static String indented(String lines) {
        return lines.lines().map(line -> "\n    " + line).collect(Collectors.joining());
    }
}
