package io.urania.inventory.value;

/**
 * How much a value is: one for itself and each value in it, as often as it stands there, and one for 16 characters of a text. What is shared
 * takes memory once only, and still takes time, and room where it is written down, at each of its places.
 */
public final class Weight {
    private static final int CHARACTERS = 16;
    private static final int BITS = 64;

    private Weight() {}

    /** The weight of a value, {@link Integer#MAX_VALUE} at the most; known at once for what has been asked for before. */
    public static int of(Value value) {
        return switch (value) {
            case TextValue text -> 1 + text.text().length() / CHARACTERS;
            case EncryptedValue encrypted -> 1 + encrypted.ciphertext().length() / CHARACTERS;
            case IntegerValue integer -> 1 + integer.number().bitLength() / BITS;
            case ListValue list ->
                list.elements() instanceof Elements elements ? elements.weight() : sum(list.elements());
            case MapValue map ->
                switch (map.entries()) {
                    case KeyedMap<Value> entries -> entries.weight();
                    case DeferredEntries deferred -> deferred.weight();
                    default -> sum(map.entries().values());
                };
            case DecimalValue _, BooleanValue _, NullValue _, TimestampValue _ -> 1;
        };
    }

    /** The weight of what holds some values. */
    static int sum(Iterable<Value> values) {
        long sum = 1;
        for (Value value : values) {
            sum += of(value);
        }
        return (int) Math.min(sum, Integer.MAX_VALUE);
    }
}
