package io.urania.cluster.observation.encryption;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * With what an API server reads and writes objects.
 *
 * @param providers by kind of objects, {@code secretbox:key-1f2e3d4c} or {@code identity}: it writes with the first, and reads with all
 * @param isRewriting whether objects may still be stored otherwise than by the first
 */
public record StoredEncryption(SortedMap<String, List<String>> providers, boolean isRewriting) {

    /** The provider that stores objects as they are. */
    public static final String IDENTITY = "identity";

    public StoredEncryption {
        TreeMap<String, List<String>> copy = new TreeMap<>();
        providers.forEach((kind, list) -> copy.put(kind, List.copyOf(list)));
        providers = Collections.unmodifiableSortedMap(copy);
    }

    /** The names of the keys that are needed to read what is stored. */
    public SortedSet<String> keys() {
        return providers.values().stream()
                .flatMap(List::stream)
                .filter(provider -> provider.contains(":"))
                .map(provider -> provider.substring(provider.indexOf(':') + 1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The providers of a kind; one that is not there is stored as it is. */
    public List<String> of(String kind) {
        return providers.getOrDefault(kind, List.of(IDENTITY));
    }
}
