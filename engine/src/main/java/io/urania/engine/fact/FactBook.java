package io.urania.engine.fact;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The facts of all hosts that answered. */
public record FactBook(SortedMap<String, Facts> hosts) {

    public FactBook(Map<String, Facts> hosts) {
        this(new TreeMap<>(hosts));
    }

    /**
     * The facts of one host.
     *
     * @throws IllegalArgumentException if nothing is known about it
     */
    public Facts of(String host) {
        Facts facts = hosts.get(host);
        if (facts == null) {
            throw new IllegalArgumentException("there are no facts about " + host);
        }
        return facts;
    }

    /** Whether the host answered. */
    public boolean knows(String host) {
        return hosts.containsKey(host);
    }
}
