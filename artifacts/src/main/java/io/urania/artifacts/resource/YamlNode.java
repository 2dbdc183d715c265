package io.urania.artifacts.resource;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** A mapping of a YAML resource of ours; a field that is missing or of another kind is a mistake in the resource. */
public final class YamlNode {
    private final String where;
    private final Map<?, ?> fields;

    private YamlNode(String where, Map<?, ?> fields) {
        this.where = where;
        this.fields = fields;
    }

    /**
     * Takes a value that has to be a mapping.
     *
     * @param where the place in the resource, for messages
     */
    public static YamlNode of(String where, Object value) {
        if (value instanceof Map<?, ?> fields) {
            return new YamlNode(where, fields);
        }
        throw new IllegalStateException(where + ": expected a mapping");
    }

    /** The names of the fields. */
    public Set<String> names() {
        Set<String> names = new TreeSet<>();
        fields.keySet().forEach(key -> names.add(String.valueOf(key)));
        return names;
    }

    /** The text of a field. */
    public String text(String name) {
        return optionalText(name).orElseThrow(() -> new IllegalStateException(where + ": no " + name));
    }

    /** The text of a field that may be absent. */
    public Optional<String> optionalText(String name) {
        return Optional.ofNullable(fields.get(name)).map(value -> {
            if (value instanceof String text) {
                return text;
            }
            throw new IllegalStateException(where + ": " + name + " is not a string; quote it");
        });
    }

    /** The texts of a field; empty where it is absent. */
    public List<String> texts(String name) {
        return switch (fields.get(name)) {
            case null -> List.of();
            case List<?> items -> items.stream().map(String.class::cast).toList();
            default -> throw new IllegalStateException(where + ": " + name + " is not a list");
        };
    }

    /** The mapping in a field; empty where it is absent. */
    public YamlNode node(String name) {
        Object value = fields.get(name);
        return of(where + ": " + name, value == null ? Map.of() : value);
    }
}
