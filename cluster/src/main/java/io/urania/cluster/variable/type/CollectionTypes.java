package io.urania.cluster.variable.type;

import io.urania.inventory.text.ShellWords;
import io.urania.inventory.value.ListValue;
import io.urania.inventory.value.MapValue;
import io.urania.inventory.value.Value;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Types of lists and mappings. */
public final class CollectionTypes {
    /** How a mapping is written in INI: what Python reads, and on a host's line what a shell makes of it. */
    public static final String MAPPING_IN_INI =
            "write '{\"name\": \"text\"}', with the outer quotes on a host's line and without them below [group:vars], or set the"
                    + " variable in a YAML file in host_vars or group_vars";

    private CollectionTypes() {}

    /** A list, or text that spells one ({@code []}, {@code [a, b]}), or a single element. */
    public static <T> VariableType<List<T>> listOf(VariableType<T> element) {
        return new SimpleType<>(
                "a list, each element " + element.description(),
                new Shape.Several(element.shape()),
                value -> UnfitValue.readEach(elements(value), (_, one) -> element.read(one)));
    }

    /** A line split into words as a shell would. */
    public static VariableType<List<String>> shellWords() {
        return ScalarTypes.parsed("shell words with every quote closed", CollectionTypes::words);
    }

    private static Optional<List<String>> words(String line) {
        try {
            return Optional.of(ShellWords.split(line));
        } catch (IllegalArgumentException openQuote) {
            return Optional.empty();
        }
    }

    /** Texts by name, in the order written; each is one line. */
    public static VariableType<Map<String, String>> texts() {
        return new SimpleType<>("a mapping of names to texts", new Shape.Texts(), value -> {
            if (!(value instanceof MapValue map)) {
                throw new UnfitValue(
                        "is " + ScalarTypes.article(value.type()),
                        "it accepts a mapping of names to texts",
                        "write 'name: text' lines, indented below the variable",
                        MAPPING_IN_INI);
            }
            Map<String, String> result = new LinkedHashMap<>();
            for (Map.Entry<String, Value> entry : map.entries().entrySet()) {
                result.put(
                        line("a name", entry.getKey()),
                        line(
                                entry.getKey(),
                                ScalarTypes.textOf(entry.getValue(), "text for '" + entry.getKey() + "'")));
            }
            return Collections.unmodifiableMap(result);
        });
    }

    private static String line(String name, String text) throws UnfitValue {
        if (ScalarTypes.hasControls(text)) {
            throw new UnfitValue(
                    "has control characters in " + name, "its texts are single lines", "correct the value");
        }
        return text;
    }

    /** Texts by name, each of which matches a pattern, as names of lower case words do. */
    public static VariableType<Map<String, String>> textsMatching(String description, String pattern) {
        VariableType<Map<String, String>> texts = texts();
        return new SimpleType<>(description, new Shape.Texts(), value -> {
            Map<String, String> read = texts.read(value);
            for (Map.Entry<String, String> entry : read.entrySet()) {
                if (!entry.getKey().matches("[a-z_]+") || !entry.getValue().matches(pattern)) {
                    throw new UnfitValue(
                            "has '" + entry.getKey() + "', which cannot be used",
                            "it accepts " + description,
                            "correct the line, or remove it");
                }
            }
            return read;
        });
    }

    private static List<Value> elements(Value value) {
        return value.asList().map(ListValue::elements).orElse(List.of(value));
    }
}
