package io.urania.cluster.format;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A TOML document that is filled table by table, and then written (TOML 1.0.0): no value can end its place. */
public final class TomlDocument {

    private static final String BARE = "[A-Za-z0-9_-]+";

    private final Map<String, Object> root = new LinkedHashMap<>();

    /**
     * Sets a value, in place of one that is there.
     *
     * @param table the names of the tables that the key is in, the outermost first; none for the document's own keys
     * @param value a text, a number, truth, a list of these, or a mapping of texts to all of these, which becomes a table
     * @throws IllegalArgumentException if one of the tables is something else
     */
    public TomlDocument set(List<String> table, String key, Object value) {
        if (value instanceof Map<?, ?> map) {
            List<String> inner = new ArrayList<>(table);
            inner.add(key);
            at(inner);
            map.forEach((name, element) -> set(inner, name.toString(), element));
        } else {
            at(table).put(key, value);
        }
        return this;
    }

    /** The document's text. Keys of a table come before the tables in it; a table with tables only has no line of its own. */
    public String text() {
        StringBuilder text = new StringBuilder();
        write(text, List.of(), root);
        return text.toString();
    }

    @SuppressWarnings("unchecked") // only tables of this document are mappings in it
    private Map<String, Object> at(List<String> table) {
        Map<String, Object> present = root;
        for (String name : table) {
            if (!(present.computeIfAbsent(name, _ -> new LinkedHashMap<String, Object>()) instanceof Map<?, ?> inner)) {
                throw new IllegalArgumentException(name + " is not a table");
            }
            present = (Map<String, Object>) inner;
        }
        return present;
    }

    private static void write(StringBuilder text, List<String> table, Map<?, ?> content) {
        boolean hasKeys = content.values().stream().anyMatch(value -> !(value instanceof Map));
        if (!table.isEmpty() && (hasKeys || content.isEmpty())) {
            text.append(text.isEmpty() ? "" : "\n")
                    .append('[')
                    .append(table.stream().map(TomlDocument::key).collect(Collectors.joining(".")))
                    .append("]\n");
        }
        content.forEach((name, value) -> {
            if (!(value instanceof Map)) {
                text.append(table.isEmpty() ? "" : "  ")
                        .append(key(name.toString()))
                        .append(" = ")
                        .append(value(value))
                        .append('\n');
            }
        });
        content.forEach((name, value) -> {
            if (value instanceof Map<?, ?> inner) {
                List<String> names = new ArrayList<>(table);
                names.add(name.toString());
                write(text, names, inner);
            }
        });
    }

    private static String key(String name) {
        if (name.matches(BARE)) {
            return name;
        }
        return name.matches("[\\x20-\\x7e&&[^']]+") ? "'" + name + "'" : Toml.quoted(name);
    }

    private static String value(Object value) {
        return switch (value) {
            case List<?> list -> list.stream().map(TomlDocument::value).collect(Collectors.joining(", ", "[", "]"));
            case Map<?, ?> map ->
                map.entrySet().stream()
                        .map(entry -> key(entry.getKey().toString()) + " = " + value(entry.getValue()))
                        .collect(Collectors.joining(", ", "{", "}"));
            case Boolean truth -> truth.toString();
            case Number number -> number.toString();
            default -> Toml.quoted(value.toString());
        };
    }
}
