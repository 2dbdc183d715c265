package io.urania.inventory.python;

import io.urania.inventory.problem.Position;
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
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A mapping in the making, with keys as Python's {@code dict} has them: {@code 1}, {@code 1.0} and {@code True} are one key, and
 * {@code '1'} is another. Not for several threads.
 */
public final class Dictionary {
    private final Map<String, Value> entries = new LinkedHashMap<>();
    private final Map<String, Value> otherKeys = new LinkedHashMap<>();

    /**
     * The text that stands for a key in {@link MapValue#entries()}, which Ansible's JSON shows: {@code 1}, {@code true}, {@code null}.
     *
     * @throws OperationException if Python takes no such key, or Urania does not
     */
    public static String name(Value key) {
        return switch (key) {
            case TextValue text -> text.text();
            case IntegerValue integer -> integer.number().toString();
            case BooleanValue truth -> truth.truth() ? "true" : "false";
            case NullValue _ -> "null";
            case DecimalValue decimal -> Display.decimal(decimal.number());
            case TimestampValue timestamp -> timestamp.iso();
            case ListValue _, MapValue _, EncryptedValue _ ->
                throw new OperationException("a mapping's key is " + key.type(), "", "convert it with | string");
        };
    }

    /** The value of a key; empty if the mapping does not have it. */
    public static Optional<Value> find(MapValue map, Value key) {
        return nameIn(map.entries(), map.otherKeys(), key).map(map.entries()::get);
    }

    /**
     * The texts of a mapping's keys in the order that Python sorts the keys in.
     *
     * @throws OperationException if they have none, as texts and numbers have none among themselves
     */
    public static List<String> sortedNames(MapValue map) {
        Comparator<String> order = map.otherKeys().isEmpty()
                ? Comparison::byCodePoint
                : (left, right) -> Comparison.order(map.key(left), map.key(right));
        return map.entries().keySet().stream().sorted(order).toList();
    }

    /** Whether Python can sort the keys. */
    public static boolean hasOrder(MapValue map) {
        return map.otherKeys().isEmpty()
                || (map.otherKeys().size() == map.entries().size()
                        && map.otherKeys().values().stream().allMatch(Numbers::isNumber));
    }

    /** The text by which a map of this kind has a key that is equal. */
    private static Optional<String> nameIn(Map<String, Value> entries, Map<String, Value> otherKeys, Value key) {
        if (key instanceof TextValue text) {
            return entries.containsKey(text.text()) && !otherKeys.containsKey(text.text())
                    ? Optional.of(text.text())
                    : Optional.empty();
        }
        return otherKeys.entrySet().stream()
                .filter(other -> Comparison.equal(other.getValue(), key))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /**
     * Sets a key's value, and keeps the key if it is there already.
     *
     * @return the value it had
     * @throws OperationException for a key that is none, or if another key is there that the same text stands for
     */
    public Optional<Value> put(Value key, Value value) {
        Optional<String> known = nameIn(entries, otherKeys, key);
        String name = known.orElseGet(() -> name(key));
        if (known.isEmpty() && entries.containsKey(name)) {
            throw new OperationException(
                    "a mapping has both " + Display.representation(new TextValue(name, key.position())) + " and " + name
                            + " as keys",
                    "Ansible distinguishes them, and its JSON has the same key twice; Urania keeps one of each",
                    "rename one of the two");
        }
        if (known.isEmpty() && !(key instanceof TextValue)) {
            otherKeys.put(name, key);
        }
        return Optional.ofNullable(entries.put(name, value));
    }

    public void put(String key, Value value) {
        put(new TextValue(key, value.position()), value);
    }

    public void putAll(MapValue map) {
        map.entries().forEach((name, value) -> put(map.key(name), value));
    }

    public Optional<Value> get(Value key) {
        return nameIn(entries, otherKeys, key).map(entries::get);
    }

    public MapValue build(Position position) {
        return new MapValue(entries, Map.of(), otherKeys, position);
    }
}
