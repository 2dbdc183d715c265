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

    /** These facts and further ones about the same hosts; of two answers to one question the further one counts. */
    public FactBook with(FactBook further) {
        SortedMap<String, Facts> all = new TreeMap<>(hosts);
        further.hosts().forEach((host, facts) -> all.merge(host, facts, Facts::with));
        return new FactBook(all);
    }
}
