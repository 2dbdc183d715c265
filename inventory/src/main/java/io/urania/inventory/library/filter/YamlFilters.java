package io.urania.inventory.library.filter;

import io.urania.inventory.library.Call;
import io.urania.inventory.library.Filter;
import io.urania.inventory.library.Library;
import io.urania.inventory.problem.Findings;
import io.urania.inventory.problem.InventoryException;
import io.urania.inventory.python.Display;
import io.urania.inventory.text.SourceText;
import io.urania.inventory.value.ListValue;
import io.urania.inventory.value.MapValue;
import io.urania.inventory.value.NullValue;
import io.urania.inventory.value.TextValue;
import io.urania.inventory.value.Value;
import io.urania.inventory.yaml.YamlReader;
import io.urania.inventory.yaml.YamlWriter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** To and from YAML. */
final class YamlFilters {
    private YamlFilters() {}

    static Map<String, Filter> all() {
        return Map.of(
                "to_yaml", (subject, call) -> write(subject, call, 2, null),
                "to_nice_yaml", (subject, call) -> write(subject, call, 4, false),
                "from_yaml", YamlFilters::read);
    }

    private static Value write(Value subject, Call call, int indent, @Nullable Boolean flow) {
        List<String> known = List.of("indent", "width", "sort_keys", "default_flow_style");
        for (String name : call.named().keySet()) {
            if (!known.contains(name)) {
                throw call.wrong("'" + call.name() + "' has no argument '" + name + "'", String.join(", ", known));
            }
        }
        boolean indentByPlace = Library.plain(call.name()).equals("to_nice_yaml");
        int columns = call.integer(indentByPlace ? 0 : Integer.MAX_VALUE, "indent", indent);
        if (call.positional().size() > (indentByPlace ? 1 : 0) || columns < 2 || columns > 9) {
            throw call.wrong(
                    "'" + call.name() + "' accepts indent=2 to indent=9, and no other positional argument", "");
        }
        Value style = call.named().get("default_flow_style");
        Boolean wanted = style == null
                ? flow
                : style instanceof NullValue
                        ? null
                        : Boolean.valueOf(call.truth(Integer.MAX_VALUE, "default_flow_style", false));
        int width = Math.max(columns * 2 + 1, call.integer(Integer.MAX_VALUE, "width", 80));
        boolean sorted = call.truth(Integer.MAX_VALUE, "sort_keys", true);
        return call.result(new YamlWriter(columns, width, wanted, sorted).write(subject));
    }

    private static Value read(Value subject, Call call) {
        call.accept();
        if (subject instanceof NullValue) {
            return subject;
        }
        if (!(subject instanceof TextValue)) {
            throw call.wrongSubject(subject, "text");
        }
        Findings findings = new Findings();
        Optional<Value> value =
                new YamlReader(findings).read(SourceText.given(call.position().file(), Display.text(subject)));
        try {
            findings.throwIfErrors();
        } catch (InventoryException malformed) {
            throw call.wrong(
                    "the text is not valid YAML",
                    malformed.problems().getFirst().what());
        }
        return value.map(read -> literal(read, call)).orElseGet(call::nothing);
    }

    /** What a filter gives is no template, whatever it looks like. */
    private static Value literal(Value value, Call call) {
        return switch (value) {
            case TextValue text -> call.result(text.text());
            case ListValue list ->
                call.result(list.elements().stream()
                        .map(element -> literal(element, call))
                        .toList());
            case MapValue map -> map.map((_, element) -> literal(element, call));
            default -> value;
        };
    }
}
