package io.urania.inventory.yaml;

import java.util.HashMap;
import java.util.Map;

/** Keeps one text of each key: a thousand hosts set the same variables. */
final class KnownKeys {
    private final Map<String, String> keys = new HashMap<>();

    String same(String key) {
        String known = keys.putIfAbsent(key, key);
        return known == null ? key : known;
    }
}
