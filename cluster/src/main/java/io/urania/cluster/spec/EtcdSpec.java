package io.urania.cluster.spec;

import io.urania.cluster.value.ByteQuantity;
import io.urania.cluster.value.EtcdMetrics;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The etcd cluster, which runs as services of its hosts.
 *
 * @param members an odd number of them
 * @param dataDirectory where each keeps its data
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
        String dataDirectory,
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
    public static final int CLIENT_PORT = 2379;
    public static final int PEER_PORT = 2380;

    public EtcdSpec {
        members = List.copyOf(members);
        further = Collections.unmodifiableSortedMap(new TreeMap<>(further));
    }

    /** One member: its name in etcd, and its host. */
    public record Member(String name, HostSpec host) {
        public String clientUrl() {
            return "https://" + host.accessAddress().beforePort() + ":" + CLIENT_PORT;
        }

        public String peerUrl() {
            return "https://" + host.accessAddress().beforePort() + ":" + PEER_PORT;
        }
    }
}
