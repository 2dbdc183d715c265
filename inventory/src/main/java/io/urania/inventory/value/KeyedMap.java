package io.urania.inventory.value;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** A map in the order of its keys that does not change: an array of values beside keys, which many maps may share. */
final class KeyedMap<V> extends AbstractMap<String, V> {
    private final Keys keys;
    private final Object[] values;

    /** Of values of an inventory: zero until it is asked for; two threads come to the same. */
    private int weight;

    private KeyedMap(Keys keys, Object[] values) {
        this.keys = keys;
        this.values = values;
    }

    /** The values by their keys, one for each. The array must not change any more. */
    static <V> KeyedMap<V> of(Keys keys, V[] values) {
        return new KeyedMap<>(keys, values);
    }

    static <V> Map<String, V> copyOf(Map<String, V> map) {
        if (map instanceof KeyedMap || map instanceof DeferredEntries) {
            return map;
        }
        if (map.isEmpty()) {
            return Map.of();
        }
        return new KeyedMap<>(
                Keys.of(map.keySet().toArray(new String[0])), map.values().toArray());
    }

    /** How much its values are together; for maps of {@link Value} only. */
    int weight() {
        if (weight == 0) {
            weight = Weight.sum(Arrays.stream(values).map(Value.class::cast).toList());
        }
        return weight;
    }

    @SuppressWarnings("unchecked")
    private V value(int index) {
        return (V) values[index];
    }

    @Override
    public @Nullable V get(@Nullable Object key) {
        int index = keys.indexOf(key);
        return index < 0 ? null : value(index);
    }

    @Override
    public boolean containsKey(@Nullable Object key) {
        return keys.indexOf(key) >= 0;
    }

    @Override
    public int size() {
        return values.length;
    }

    @Override
    public void forEach(BiConsumer<? super String, ? super V> action) {
        for (int i = 0; i < values.length; i++) {
            action.accept(keys.name(i), value(i));
        }
    }

    /** Maps that share their keys, as those of a thousand hosts do, need not be compared key by key. */
    @Override
    @SuppressWarnings("ReferenceEquality")
    public boolean equals(@Nullable Object other) {
        if (other instanceof KeyedMap<?> map && map.keys == keys) {
            return Arrays.equals(values, map.values);
        }
        return super.equals(other);
    }

    @Override
    public int hashCode() {
        int hash = 0;
        for (int i = 0; i < values.length; i++) {
            hash += keys.name(i).hashCode() ^ Objects.hashCode(values[i]);
        }
        return hash;
    }

    @Override
    public Set<Map.Entry<String, V>> entrySet() {
        return new Entries();
    }

    private final class Entries extends AbstractSet<Map.Entry<String, V>> {
        @Override
        public int size() {
            return values.length;
        }

        @Override
        public Iterator<Map.Entry<String, V>> iterator() {
            return new Iterator<>() {
                private int next;

                @Override
                public boolean hasNext() {
                    return next < values.length;
                }

                @Override
                public Map.Entry<String, V> next() {
                    if (next >= values.length) {
                        throw new NoSuchElementException();
                    }
                    Map.Entry<String, V> entry = Map.entry(keys.name(next), value(next));
                    next++;
                    return entry;
                }
            };
        }
    }
}
