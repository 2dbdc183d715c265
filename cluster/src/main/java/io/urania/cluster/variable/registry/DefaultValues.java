package io.urania.cluster.variable.registry;

import io.urania.cluster.kubespray.ComputedValues;
import io.urania.cluster.kubespray.GroupNames;
import io.urania.cluster.variable.Variable;
import io.urania.cluster.variable.type.Spelling;
import io.urania.inventory.Additions;
import io.urania.inventory.problem.Position;
import io.urania.inventory.value.BooleanValue;
import io.urania.inventory.value.IntegerValue;
import io.urania.inventory.value.ListValue;
import io.urania.inventory.value.MapValue;
import io.urania.inventory.value.TextValue;
import io.urania.inventory.value.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What templates of an inventory find where it sets nothing: the registry's defaults, and what Kubespray computes. */
public final class DefaultValues {
    private DefaultValues() {}

    /** Everything that Kubespray's playbooks would add to an inventory. */
    public static Additions additions() {
        return new Additions(GroupNames.made(), all());
    }

    private static Map<String, Value> all() {
        Map<String, Value> values = new LinkedHashMap<>();
        for (Variable<?> variable : Variables.all()) {
            if (!variable.name().contains(".")) {
                fixed(variable).ifPresent(value -> values.put(variable.name(), value));
            }
        }
        values.putAll(ComputedValues.all());
        return values;
    }

    private static <T> Optional<Value> fixed(Variable<T> variable) {
        Position position = ComputedValues.positionOf(variable.name());
        return variable.fallback().map(value -> switch (value) {
            case Boolean truth -> new BooleanValue(truth, position);
            case Integer number -> new IntegerValue(number, position);
            case List<?> list ->
                new ListValue(
                        list.stream()
                                .<Value>map(one -> text(Spelling.of(one), position))
                                .toList(),
                        position);
            case Map<?, ?> empty when empty.isEmpty() -> new MapValue(Map.of(), position);
            case String text -> text(text, position);
            default -> text(variable.type().write(value), position);
        });
    }

    private static Value text(String text, Position position) {
        return new TextValue(text, position, true);
    }
}
