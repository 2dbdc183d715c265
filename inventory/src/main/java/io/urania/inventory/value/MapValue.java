package io.urania.inventory.value;

import io.urania.inventory.problem.Position;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A mapping in the order written; unmodifiable.
 *
 * @param entries by key; keys that were no text in the file have become text, as in Ansible's JSON
 * @param keyPositions where each key stands; a computed mapping may lack some
 */
public record MapValue(Map<String, Value> entries, Map<String, Position> keyPositions, Position position)
        implements Value {
    public MapValue {
        entries = KeyedMap.copyOf(entries);
        keyPositions = KeyedMap.copyOf(keyPositions);
    }

    /**
     * A mapping as it is written. The arrays must not change any more.
     *
     * @param values for each key one
     * @param keyPositions for each key one
     */
    public static MapValue of(Keys keys, Value[] values, Position[] keyPositions, Position position) {
        return new MapValue(KeyedMap.of(keys, values), KeyedMap.of(keys, keyPositions), position);
    }

    /** A computed mapping, whose keys have no place of their own. */
    public MapValue(Map<String, Value> entries, Position position) {
        this(entries, Map.of(), position);
    }

    public Optional<Value> get(String key) {
        return Optional.ofNullable(entries.get(key));
    }

    /** Where the key stands, or where the mapping does if the key has no place of its own. */
    public Position positionOf(String key) {
        return keyPositions.getOrDefault(key, position);
    }

    @Override
    public String type() {
        return "mapping";
    }

    @Override
    public Map<String, @Nullable Object> plain() {
        Map<String, @Nullable Object> result = new LinkedHashMap<>();
        entries.forEach((key, value) -> result.put(key, value.plain()));
        return Collections.unmodifiableMap(result);
    }
}
