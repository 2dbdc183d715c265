package io.urania.cluster.observation;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Which machine a host is, and how its API server stores objects.
 *
 * @param id {@code /etc/machine-id}; empty if there is none
 * @param etcdEndpoints what the manifest of its API server names ({@code --etcd-servers}); empty if it has none
 * @param isEncrypting whether it has keys of Urania's, with which it encrypts what it stores, or may have
 * @param isEncryptingOtherwise whether it encrypts by a file that is not Urania's
 */
public record MachineFact(
        String id, SortedSet<String> etcdEndpoints, boolean isEncrypting, boolean isEncryptingOtherwise) {

    public MachineFact {
        etcdEndpoints = Collections.unmodifiableSortedSet(new TreeSet<>(etcdEndpoints));
    }
}
