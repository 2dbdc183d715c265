package io.urania.cluster.variable.type;

import io.urania.inventory.value.BooleanValue;
import io.urania.inventory.value.DecimalValue;
import io.urania.inventory.value.EncryptedValue;
import io.urania.inventory.value.IntegerValue;
import io.urania.inventory.value.ListValue;
import io.urania.inventory.value.MapValue;
import io.urania.inventory.value.NullValue;
import io.urania.inventory.value.TextValue;
import io.urania.inventory.value.TimestampValue;
import io.urania.inventory.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A mapping of any depth, for a file of somebody else's format: texts, numbers, truth, lists and mappings of these. */
public record TreeType() implements VariableType<Map<String, Object>> {

    @Override
    public String description() {
        return "a mapping";
    }

    @Override
    public Shape shape() {
        return new Shape.Anything();
    }

    @Override
    public Map<String, Object> read(Value value) throws UnfitValue {
        if (value instanceof MapValue map) {
            return map(map);
        }
        throw new UnfitValue(
                "is " + ScalarTypes.article(value.type()),
                "it accepts a mapping",
                "write 'name: value' lines, indented below the variable");
    }

    private static Map<String, Object> map(MapValue map) throws UnfitValue {
        Map<String, Object> tree = new LinkedHashMap<>();
        for (Map.Entry<String, Value> entry : map.entries().entrySet()) {
            tree.put(entry.getKey(), branch(entry.getKey(), entry.getValue()));
        }
        return tree;
    }

    private static Object branch(String name, Value value) throws UnfitValue {
        return switch (value) {
            case TextValue text -> text.text();
            case TimestampValue timestamp -> timestamp.text();
            case IntegerValue integer -> integer.number();
            case BooleanValue truth -> truth.truth();
            case DecimalValue decimal -> decimal.number();
            case MapValue map -> map(map);
            case ListValue list -> {
                List<Object> elements = new ArrayList<>();
                for (Value element : list.elements()) {
                    elements.add(branch(name, element));
                }
                yield elements;
            }
            case NullValue _, EncryptedValue _ ->
                throw new UnfitValue(
                        "has " + ScalarTypes.article(value.type()) + " for " + name,
                        "files of programs have texts, numbers, truth, lists and mappings",
                        "give it a value, or remove it");
        };
    }
}
