package io.urania.cluster.topology;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The hosts of an inventory.
 *
 * @param cluster the cluster's name
 * @param kubernetes its version, as far as the inventory says it
 * @param hosts in the inventory's order
 */
public record Topology(String cluster, Optional<String> kubernetes, List<PlacedHost> hosts) {
    public Topology {
        hosts = List.copyOf(hosts);
    }

    /** The same with some of the hosts only. */
    public Topology within(Collection<String> names) {
        Set<String> kept = Set.copyOf(names);
        return new Topology(
                cluster,
                kubernetes,
                hosts.stream().filter(host -> kept.contains(host.name())).toList());
    }
}
