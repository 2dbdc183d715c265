package io.urania.cluster.spec;

import io.urania.cluster.value.Address;
import io.urania.cluster.value.ByteQuantity;
import io.urania.cluster.value.etcd.EtcdDeployment;
import io.urania.cluster.value.etcd.EtcdMetrics;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * etcd: services of its hosts, or static pods of control plane hosts.
 *
 * @param deployment who runs its members
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
        EtcdDeployment deployment,
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

    /** The systemd units of members on their hosts: none where kubeadm makes pods of them. */
    public List<String> units() {
        return switch (deployment) {
            case HOST -> instances().stream().map(EtcdInstance::unit).toList();
            case KUBEADM -> List.of();
        };
    }

    /**
     * A host with members of etcd.
     *
     * @param name that of its members
     * @param address where clients and other members reach them
     */
    public record Member(String name, HostSpec host, Address address) {

        /**
         * A host's member, whether there is to be one or not.
         *
         * @param wanted its name, if nobody else names it: kubeadm names members like nodes, and has them at the address that API servers
         *     advertise (phases/etcd/local.go)
         */
        public static Member of(EtcdDeployment deployment, HostSpec host, String wanted) {
            return switch (deployment) {
                case HOST -> new Member(wanted, host, host.accessAddress());
                case KUBEADM -> new Member(host.name(), host, host.address());
            };
        }

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
            return "https://" + address.beforePort() + ":" + port;
        }
    }
}
