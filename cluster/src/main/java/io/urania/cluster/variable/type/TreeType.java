package io.urania.cluster.variable.type;

import com.google.gson.JsonNull;
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
import java.util.Optional;

/**
 * A mapping of any depth, for a file of somebody else's format: texts, numbers, truth, lists and mappings of these.
 *
 * @param hasLines whether texts may have several lines
 * @param hasNothing whether a value may be empty: it is {@link JsonNull} then
 */
public record TreeType(boolean hasLines, boolean hasNothing) implements VariableType<Map<String, Object>> {

    /** A mapping whose texts are single lines. */
    public TreeType() {
        this(false, false);
    }

    /** A mapping in which every name has a value. */
    public TreeType(boolean hasLines) {
        this(hasLines, false);
    }

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
                "write 'name: value' lines, indented below the variable",
                CollectionTypes.MAPPING_IN_INI);
    }

    /** The same of a list; empty if the value is none. */
    Optional<List<Object>> elements(Value value) throws UnfitValue {
        return value instanceof ListValue list ? Optional.of(elements("", list)) : Optional.empty();
    }

    private Map<String, Object> map(MapValue map) throws UnfitValue {
        Map<String, Object> tree = new LinkedHashMap<>();
        for (Map.Entry<String, Value> entry : map.entries().entrySet()) {
            tree.put(text("a name", entry.getKey(), false), branch(entry.getKey(), entry.getValue()));
        }
        return tree;
    }

    private static String text(String name, String text, boolean hasLines) throws UnfitValue {
        String judged = hasLines ? text.replace("\n", "") : text;
        if (ScalarTypes.hasControls(judged)) {
            throw new UnfitValue(
                    "has control characters in " + name,
                    hasLines ? "files of programs have texts" : "texts in files of programs are single lines here",
                    "correct the value");
        }
        return text;
    }

    private List<Object> elements(String name, ListValue list) throws UnfitValue {
        List<Object> elements = new ArrayList<>();
        for (Value element : list.elements()) {
            elements.add(branch(name, element));
        }
        return elements;
    }

    /** A number that files of programs have: neither infinite nor undefined. */
    static double finite(String name, double number) throws UnfitValue {
        if (!Double.isFinite(number)) {
            throw new UnfitValue(
                    "has a number for " + name + " that is not finite",
                    "files of programs have no such numbers",
                    "correct the value");
        }
        return number;
    }

    private Object branch(String name, Value value) throws UnfitValue {
        return switch (value) {
            case TextValue text -> text(name, text.text(), hasLines);
            case TimestampValue timestamp -> timestamp.text();
            case IntegerValue integer -> integer.number();
            case BooleanValue truth -> truth.truth();
            case DecimalValue decimal -> finite(name, decimal.number());
            case MapValue map -> map(map);
            case ListValue list -> elements(name, list);
            case NullValue _ when hasNothing -> JsonNull.INSTANCE;
            case NullValue _, EncryptedValue _ ->
                throw new UnfitValue(
                        "has " + ScalarTypes.article(value.type()) + " for " + name,
                        "files of programs have texts, numbers, truth, lists and mappings",
                        "give it a value, or remove it");
        };
    }
}
