package io.urania.cluster.spec;

import io.urania.cluster.value.ByteQuantity;
import io.urania.cluster.value.EtcdMetrics;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * etcd, which runs as services of its hosts.
 *
 * @param members an odd number of them
 * @param main the etcd of the cluster's objects
 * @param events the etcd that events have for themselves, if they have one
 * @param storesEventsApart whether they have
 * @param quota size at which the database refuses writes; empty: etcd's own default
 * @param memoryLimit most memory; zero for no limit; empty: 512 MiB on hosts of less than 4 GiB, as Kubespray
 * @param compactionRetentionHours age in hours at which old revisions are dropped
 * @param metrics how detailed /metrics is
 * @param peerClientAuthentication whether members must show each other a certificate
 * @param clientAuthentication whether clients must show a certificate
 * @param heartbeatMilliseconds time between two heartbeats of the leader
 * @param electionMilliseconds silence of the leader after which there is an election
 * @param snapshotCount changes after which a member writes a snapshot
 * @param metricsPort where members serve metrics without TLS; empty for nowhere
 * @param further other settings, as variables of its environment
 */
public record EtcdSpec(
        List<Member> members,
        EtcdInstance main,
        EtcdInstance events,
        boolean storesEventsApart,
        Optional<ByteQuantity> quota,
        Optional<ByteQuantity> memoryLimit,
        int compactionRetentionHours,
        EtcdMetrics metrics,
        boolean peerClientAuthentication,
        boolean clientAuthentication,
        int heartbeatMilliseconds,
        int electionMilliseconds,
        int snapshotCount,
        Optional<Integer> metricsPort,
        SortedMap<String, String> further) {

    public EtcdSpec {
        members = List.copyOf(members);
        further = Collections.unmodifiableSortedMap(new TreeMap<>(further));
    }

    /** Every etcd that is wanted: the one of all objects first. */
    public List<EtcdInstance> instances() {
        return storesEventsApart ? List.of(main, events) : List.of(main);
    }

    /** A host of group etcd, with the name that the inventory gives its members. */
    public record Member(String name, HostSpec host) {

        /** Its name in an etcd. */
        public String nameIn(EtcdInstance instance) {
            return name + instance.suffix();
        }

        /** Where clients reach its member of an etcd. */
        public String clientUrl(EtcdInstance instance) {
            return url(instance.clientPort());
        }

        /** Where the other members of an etcd reach it. */
        public String peerUrl(EtcdInstance instance) {
            return url(instance.peerPort());
        }

        private String url(int port) {
            return "https://" + host.accessAddress().beforePort() + ":" + port;
        }
    }
}
