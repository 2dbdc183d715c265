package io.urania.cluster.observation;

import java.util.Collections;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A node as the API server tells it.
 *
 * @param ready whether its condition Ready is True
 * @param taints {@code key=value:Effect}
 * @param kubelet version of its kubelet, such as {@code v1.36.3}
 * @param machine the id of its machine, {@code /etc/machine-id} there; empty if it is not told
 * @param addresses its addresses of type InternalIP
 * @param podNetworks its parts of the pods' networks, in CIDR notation; empty before it has been given any
 */
public record NodeFact(
        String name,
        boolean ready,
        SortedMap<String, String> labels,
        SortedSet<String> taints,
        String kubelet,
        String machine,
        SortedSet<String> addresses,
        SortedSet<String> podNetworks) {

    public NodeFact {
        labels.forEach((label, value) -> Objects.requireNonNull(value, label));
        addresses = Collections.unmodifiableSortedSet(new TreeSet<>(addresses));
        podNetworks = Collections.unmodifiableSortedSet(new TreeSet<>(podNetworks));
    }

    /** A node of which no machine is known. */
    public NodeFact(
            String name, boolean ready, SortedMap<String, String> labels, SortedSet<String> taints, String kubelet) {
        this(name, ready, labels, taints, kubelet, "", new TreeSet<>(), new TreeSet<>());
    }
}
