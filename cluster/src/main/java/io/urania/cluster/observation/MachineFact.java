package io.urania.cluster.observation;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Which machine a host is, and which etcd its API server uses.
 *
 * @param id {@code /etc/machine-id}; empty if there is none
 * @param etcdEndpoints what the manifest of its API server names ({@code --etcd-servers}); empty if it has none
 */
public record MachineFact(String id, SortedSet<String> etcdEndpoints) {

    public MachineFact {
        etcdEndpoints = Collections.unmodifiableSortedSet(new TreeSet<>(etcdEndpoints));
    }
}
