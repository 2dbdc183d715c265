package io.urania.cluster.observation;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * HAProxy's view of the API servers.
 *
 * @param servers state of each server by name: {@code UP}, {@code DOWN}, …; empty if HAProxy does not answer
 */
public record BalancerFact(SortedMap<String, String> servers) {

    public BalancerFact(Map<String, String> servers) {
        this(new TreeMap<>(servers));
    }
}
