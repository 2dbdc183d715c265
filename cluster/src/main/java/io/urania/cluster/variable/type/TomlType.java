package io.urania.cluster.variable.type;

import io.github.wasabithumb.jtoml.JToml;
import io.github.wasabithumb.jtoml.except.TomlException;
import io.github.wasabithumb.jtoml.except.parse.TomlLocalParseException;
import io.github.wasabithumb.jtoml.value.TomlValue;
import io.github.wasabithumb.jtoml.value.primitive.TomlPrimitive;
import io.github.wasabithumb.jtoml.value.table.TomlTable;
import io.urania.inventory.value.TextValue;
import io.urania.inventory.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A text of TOML, read: texts, numbers, truth, lists and mappings of these. */
public record TomlType() implements VariableType<Map<String, Object>> {

    /** Characters; the reader takes four times as long for twice as many keys. */
    private static final int LONGEST = 16 * 1024;

    private static final int MOST_LEVELS = 1000;

    @Override
    public String description() {
        return "lines of a TOML file";
    }

    @Override
    public Shape shape() {
        return new Shape.Anything();
    }

    @Override
    public Map<String, Object> read(Value value) throws UnfitValue {
        if (!(value instanceof TextValue text)) {
            throw unfit("is " + ScalarTypes.article(value.type()));
        }
        int length = text.text().length();
        if (length > LONGEST) {
            throw unfit("is too long: " + length + " characters, and " + LONGEST + " are enough");
        }
        if (text.text().chars().filter(TomlType::opens).count() > MOST_LEVELS) {
            throw unfit("has more than " + MOST_LEVELS + " tables, lists and dots");
        }
        try {
            return table(JToml.jToml().readFromString(text.text()));
        } catch (TomlLocalParseException unreadable) {
            throw unfit("is not TOML: " + unreadable.getRawMessage());
        } catch (TomlException unreadable) {
            throw unfit("is not TOML: " + unreadable.getMessage());
        }
    }

    private static Map<String, Object> table(TomlTable table) throws UnfitValue {
        Map<String, Object> tree = new LinkedHashMap<>();
        for (var key : table.keys(false)) {
            TomlValue value = table.get(key);
            if (value != null) {
                tree.put(key.get(0), branch(key.get(0), value));
            }
        }
        return tree;
    }

    private static Object branch(String name, TomlValue value) throws UnfitValue {
        if (value.isTable()) {
            return table(value.asTable());
        }
        if (value.isArray()) {
            List<Object> elements = new ArrayList<>();
            for (TomlValue element : value.asArray()) {
                elements.add(branch(name, element));
            }
            return elements;
        }
        return scalar(name, value.asPrimitive());
    }

    private static Object scalar(String name, TomlPrimitive scalar) throws UnfitValue {
        return switch (scalar.type()) {
            case STRING -> scalar.asString();
            case BOOLEAN -> scalar.asBoolean();
            case INTEGER -> scalar.asLong();
            case FLOAT -> TreeType.finite(name, scalar.asDouble());
            case OFFSET_DATE_TIME, LOCAL_DATE_TIME, LOCAL_DATE, LOCAL_TIME -> throw unfit("has a time for " + name);
        };
    }

    /** What leads into another level: the reader is recursive. */
    private static boolean opens(int character) {
        return character == '[' || character == '{' || character == '.';
    }

    private static UnfitValue unfit(String what) {
        return new UnfitValue(
                what,
                "it accepts texts, numbers, truth, lists and tables as a TOML file has them",
                "write '|' after the colon, and lines such as 'disabled_plugins = []' below it");
    }
}
