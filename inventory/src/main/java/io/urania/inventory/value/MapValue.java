package io.urania.inventory.value;

import io.urania.inventory.problem.Position;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * A mapping in the order written; unmodifiable.
 *
 * @param entries by key; for keys that are no text stands the text that Ansible's JSON shows
 * @param keyPositions where each key stands; a computed mapping may lack some
 * @param otherKeys the keys that are no text, by the text that stands for them: {@code 80} written without quotes is a number
 */
public record MapValue(
        Map<String, Value> entries, Map<String, Position> keyPositions, Map<String, Value> otherKeys, Position position)
        implements Value {
    public MapValue {
        entries = KeyedMap.copyOf(entries);
        keyPositions = KeyedMap.copyOf(keyPositions);
        otherKeys = KeyedMap.copyOf(otherKeys);
    }

    /** A mapping whose keys are all text. */
    public MapValue(Map<String, Value> entries, Map<String, Position> keyPositions, Position position) {
        this(entries, keyPositions, Map.of(), position);
    }

    /**
     * A mapping as it is written, with keys that are all text. The arrays must not change any more.
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

    /** The same keys, with values made of those that are here. */
    public MapValue map(BiFunction<String, Value, Value> value) {
        Map<String, Value> mapped = new LinkedHashMap<>();
        entries.forEach((key, old) -> mapped.put(key, value.apply(key, old)));
        return new MapValue(mapped, keyPositions, otherKeys, position);
    }

    /** The key for which a text stands: the text itself, unless it was no text. */
    public Value key(String name) {
        Value other = otherKeys.get(name);
        return other == null ? new TextValue(name, positionOf(name), true) : other;
    }

    /** All keys, in their order. */
    public List<Value> keys() {
        return entries.keySet().stream().map(this::key).toList();
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
