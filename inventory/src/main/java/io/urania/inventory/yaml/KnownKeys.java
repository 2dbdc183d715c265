package io.urania.inventory.yaml;

import io.urania.inventory.value.Keys;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Keeps one text of each key, and one of each sequence of keys: a thousand hosts set the same variables. */
final class KnownKeys {
    private final Map<String, String> texts = new HashMap<>();
    private final Map<Keys, Keys> sequences = new HashMap<>();

    String same(String key) {
        String known = texts.putIfAbsent(key, key);
        return known == null ? key : known;
    }

    /** The keys of a mapping; empty if one is there twice. */
    Optional<Keys> same(List<String> names) {
        try {
            Keys keys = Keys.of(names.toArray(new String[0]));
            Keys known = sequences.putIfAbsent(keys, keys);
            return Optional.of(known == null ? keys : known);
        } catch (IllegalArgumentException twice) {
            return Optional.empty();
        }
    }
}
