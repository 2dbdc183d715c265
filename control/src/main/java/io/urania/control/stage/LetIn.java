package io.urania.control.stage;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Which hosts let a person in by a key.
 *
 * @param hosts whether the key was added just now, by the hosts' names
 * @param failures why the others do not, in sentences that name the host
 */
public record LetIn(SortedMap<String, Boolean> hosts, SortedMap<String, String> failures) {

    public LetIn {
        hosts = Collections.unmodifiableSortedMap(new TreeMap<>(hosts));
        failures = Collections.unmodifiableSortedMap(new TreeMap<>(failures));
    }
}
