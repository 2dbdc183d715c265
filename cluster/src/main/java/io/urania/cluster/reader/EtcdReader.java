package io.urania.cluster.reader;

import io.urania.cluster.reader.source.Source;
import io.urania.cluster.spec.EtcdInstance;
import io.urania.cluster.spec.EtcdSpec;
import io.urania.cluster.spec.HostSpec;
import io.urania.cluster.value.etcd.EtcdDeployment;
import io.urania.cluster.variable.rows.EtcdVariables;
import io.urania.cluster.variable.rows.NodeVariables;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads etcd's settings and members. */
final class EtcdReader {
    /** etcd refuses to start with less (server/embed/config.go). */
    private static final int HEARTBEATS_PER_ELECTION = 5;

    private final Source source;

    EtcdReader(Source source) {
        this.source = source;
    }

    EtcdSpec read(Map<String, HostSpec> hosts) {
        int heartbeat = source.get(EtcdVariables.HEARTBEAT);
        int election = source.get(EtcdVariables.ELECTION_TIMEOUT);
        if (election < HEARTBEATS_PER_ELECTION * heartbeat) {
            source.error(
                    source.positionOfEither(EtcdVariables.ELECTION_TIMEOUT, EtcdVariables.HEARTBEAT),
                    "etcd_election_timeout is " + election + " and etcd_heartbeat_interval is " + heartbeat,
                    "etcd starts only if the election timeout is at least five times the heartbeat interval",
                    "set etcd_election_timeout to " + HEARTBEATS_PER_ELECTION * heartbeat + " or more");
        }
        EtcdDeployment deployment = source.etcdDeployment();
        boolean storesEventsApart = source.get(EtcdVariables.EVENTS);
        checkKubeadm(deployment, storesEventsApart);
        return new EtcdSpec(
                deployment,
                members(deployment, hosts),
                EtcdInstance.ofObjects(source.get(EtcdVariables.DATA_DIRECTORY)),
                EtcdInstance.ofEvents(source.get(EtcdVariables.EVENTS_DATA_DIRECTORY)),
                storesEventsApart,
                source.find(EtcdVariables.QUOTA),
                source.find(EtcdVariables.MEMORY_LIMIT),
                source.get(EtcdVariables.COMPACTION_RETENTION),
                source.get(EtcdVariables.METRICS),
                source.get(EtcdVariables.PEER_CLIENT_AUTHENTICATION),
                source.get(EtcdVariables.CLIENT_AUTHENTICATION),
                heartbeat,
                election,
                source.get(EtcdVariables.SNAPSHOT_COUNT),
                source.find(EtcdVariables.METRICS_PORT),
                new EtcdSettingsReader(source).read());
    }

    /** What only services of hosts can be told. */
    private void checkKubeadm(EtcdDeployment deployment, boolean storesEventsApart) {
        if (deployment == EtcdDeployment.HOST) {
            return;
        }
        if (storesEventsApart) {
            source.error(
                    source.position(EtcdVariables.EVENTS),
                    "etcd_events_cluster_enabled is true, and kubeadm runs etcd",
                    "kubeadm makes one static pod of etcd on each control plane host, and no second one for events",
                    "remove the line, or set etcd_deployment_type: host");
        }
        if (source.find(EtcdVariables.MEMORY_LIMIT).isPresent()) {
            source.warning(
                    source.position(EtcdVariables.MEMORY_LIMIT),
                    "etcd_memory_limit has no effect with etcd_deployment_type: kubeadm",
                    "it is the limit of a systemd service, and kubeadm's static pod has none",
                    "remove the line");
        }
    }

    private List<EtcdSpec.Member> members(EtcdDeployment deployment, Map<String, HostSpec> hosts) {
        List<EtcdSpec.Member> members = new ArrayList<>();
        Map<String, String> owners = new HashMap<>();
        int number = 0;
        for (String host : source.membership().etcd()) {
            number++;
            String name = source.variables()
                    .find(NodeVariables.ETCD_MEMBER_NAME, host)
                    .orElse("etcd" + number);
            String owner = owners.putIfAbsent(name, host);
            if (owner != null) {
                source.error(
                        source.variables()
                                .position(NodeVariables.ETCD_MEMBER_NAME, host)
                                .orElse(null),
                        "etcd member " + host + " is named " + name + ", and so is " + owner,
                        "each member needs a unique name",
                        "correct etcd_member_name of one of them");
            }
            HostSpec known = hosts.get(host);
            if (known != null) {
                members.add(EtcdSpec.Member.of(deployment, known, name));
            }
        }
        return members;
    }
}
