package io.urania.inventory.value;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The keys of mappings in their order, each once. The mappings of many hosts have the same ones, and share them. */
public final class Keys {
    /** Fewer keys are found as soon by looking at each. */
    private static final int FEW = 8;

    private final String[] names;
    /** Open addressing: an index into the names, counted from 1. Empty if there are few. */
    private final int[] slots;

    private final int hash;

    private Keys(String[] names, int[] slots) {
        this.names = names;
        this.slots = slots;
        this.hash = Arrays.hashCode(names);
    }

    /**
     * Keys that are known to differ. The array must not change any more.
     *
     * @throws IllegalArgumentException if two are the same
     */
    public static Keys of(String... names) {
        int[] slots = new int[names.length <= FEW ? 0 : Integer.highestOneBit(names.length) * 4];
        Keys keys = new Keys(names, slots);
        for (int i = 0; i < names.length; i++) {
            int found = keys.indexOf(names[i]);
            if (found >= 0 && found < i) {
                throw new IllegalArgumentException("'" + names[i] + "' is a duplicate key");
            }
            if (slots.length > 0) {
                slots[-1 - found] = i + 1;
            }
        }
        return keys;
    }

    public int size() {
        return names.length;
    }

    String name(int index) {
        return names[index];
    }

    /** Where a key is; negative if it is not there: then {@code -1 - slot} where it would be. */
    int indexOf(@Nullable Object key) {
        if (key == null) {
            return -1;
        }
        if (slots.length == 0) {
            for (int i = 0; i < names.length; i++) {
                if (names[i].equals(key)) {
                    return i;
                }
            }
            return -1;
        }
        int hashed = key.hashCode();
        int slot = (hashed ^ (hashed >>> 16)) & (slots.length - 1);
        while (slots[slot] != 0) {
            if (names[slots[slot] - 1].equals(key)) {
                return slots[slot] - 1;
            }
            slot = (slot + 1) & (slots.length - 1);
        }
        return -1 - slot;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Keys keys && hash == keys.hash && Arrays.equals(names, keys.names);
    }

    @Override
    public int hashCode() {
        return hash;
    }
}
