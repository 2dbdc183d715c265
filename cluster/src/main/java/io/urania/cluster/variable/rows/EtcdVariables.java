package io.urania.cluster.variable.rows;

import static io.urania.cluster.variable.Variable.ignored;
import static io.urania.cluster.variable.Variable.later;
import static io.urania.cluster.variable.Variable.laterList;
import static io.urania.cluster.variable.Variable.variable;

import io.urania.cluster.value.ByteQuantity;
import io.urania.cluster.value.EtcdMetrics;
import io.urania.cluster.variable.Effect.Reason;
import io.urania.cluster.variable.Scope;
import io.urania.cluster.variable.Variable;
import io.urania.cluster.variable.type.ChoiceTypes;
import io.urania.cluster.variable.type.ClusterTypes;
import io.urania.cluster.variable.type.PathTypes;
import io.urania.cluster.variable.type.ScalarTypes;
import java.util.List;

/** etcd. */
public final class EtcdVariables {
    private static final String ENVIRONMENT = " in /etc/etcd.env";

    public static final Variable<String> DATA_DIRECTORY = variable(
                    "etcd_data_dir", PathTypes.ownDirectory("/var/lib/etcd"))
            .scope(Scope.ETCD)
            .means("data directory of a member")
            .does("etcd hosts: ETCD_DATA_DIR" + ENVIRONMENT)
            .otherwise("/var/lib/etcd");

    public static final Variable<ByteQuantity> QUOTA = variable("etcd_quota_backend_bytes", ClusterTypes.bytes())
            .scope(Scope.ETCD)
            .means("database size above which writes are refused")
            .does("etcd hosts: ETCD_QUOTA_BACKEND_BYTES" + ENVIRONMENT)
            .unlessSet("etcd's own, 2 GiB");

    public static final Variable<ByteQuantity> MEMORY_LIMIT = variable("etcd_memory_limit", ClusterTypes.bytes())
            .scope(Scope.ETCD)
            .means("memory limit of a member; 0 for no limit")
            .does("etcd hosts: MemoryMax= of etcd.service")
            .unlessSet("512M on hosts of less than 4 GiB, otherwise no limit");

    public static final Variable<Integer> COMPACTION_RETENTION = variable(
                    "etcd_compaction_retention", ScalarTypes.integer(0, 1_000_000))
            .scope(Scope.ETCD)
            .means("age in hours at which old revisions are compacted; 0 for never")
            .does("etcd hosts: ETCD_AUTO_COMPACTION_RETENTION" + ENVIRONMENT)
            .otherwise(8);

    public static final Variable<EtcdMetrics> METRICS = variable("etcd_metrics", ChoiceTypes.choice(EtcdMetrics.class))
            .scope(Scope.ETCD)
            .means("level of detail of the metrics")
            .does("etcd hosts: ETCD_METRICS" + ENVIRONMENT)
            .otherwise(EtcdMetrics.BASIC);

    public static final Variable<Boolean> PEER_CLIENT_AUTHENTICATION = variable(
                    "etcd_peer_client_auth", ScalarTypes.truth())
            .scope(Scope.ETCD)
            .means("whether members must present a certificate to each other")
            .does("etcd hosts: ETCD_PEER_CLIENT_CERT_AUTH" + ENVIRONMENT)
            .otherwise(true);

    public static final Variable<Boolean> CLIENT_AUTHENTICATION = variable("etcd_secure_client", ScalarTypes.truth())
            .scope(Scope.ETCD)
            .means("whether clients must present a certificate")
            .does("etcd hosts: ETCD_CLIENT_CERT_AUTH" + ENVIRONMENT)
            .otherwise(true);

    public static final Variable<Integer> HEARTBEAT = variable(
                    "etcd_heartbeat_interval", ScalarTypes.integer(1, 60_000))
            .scope(Scope.ETCD)
            .means("heartbeat interval of the leader, in milliseconds")
            .does("etcd hosts: ETCD_HEARTBEAT_INTERVAL" + ENVIRONMENT)
            .otherwise(250);

    public static final Variable<Integer> ELECTION_TIMEOUT = variable(
                    "etcd_election_timeout", ScalarTypes.integer(1, 50_000))
            .scope(Scope.ETCD)
            .means("election timeout, in milliseconds")
            .does("etcd hosts: ETCD_ELECTION_TIMEOUT" + ENVIRONMENT)
            .otherwise(5000);

    public static final Variable<Integer> SNAPSHOT_COUNT = variable(
                    "etcd_snapshot_count", ScalarTypes.integer(1, Integer.MAX_VALUE))
            .scope(Scope.ETCD)
            .means("number of changes after which a member writes a snapshot")
            .does("etcd hosts: ETCD_SNAPSHOT_COUNT" + ENVIRONMENT)
            .otherwise(10_000);

    public static final Variable<String> DEPLOYMENT_TYPE = variable(
                    "etcd_deployment_type",
                    ChoiceTypes.only(
                            ScalarTypes.line(),
                            "host",
                            "Urania runs etcd as a systemd service of its hosts, not in a container"))
            .scope(Scope.ETCD)
            .means("how etcd runs")
            .ignored(Reason.ALWAYS, "etcd is always a systemd service; docker and kubeadm are refused")
            .otherwise("host");

    public static final Variable<Boolean> KUBEADM_ENABLED = variable(
                    "etcd_kubeadm_enabled",
                    ChoiceTypes.only(
                            ScalarTypes.truth(),
                            false,
                            "Urania runs etcd as a systemd service of its hosts, not as kubeadm's pod"))
            .scope(Scope.ETCD)
            .means(
                    "whether etcd is a pod made by kubeadm; Kubespray has had etcd_deployment_type: kubeadm instead since 2.20")
            .ignored(Reason.ALWAYS, "etcd is always a systemd service; true is refused")
            .otherwise(false);

    public static final List<Variable<?>> ALL = List.of(
            DATA_DIRECTORY,
            QUOTA,
            MEMORY_LIMIT,
            COMPACTION_RETENTION,
            METRICS,
            PEER_CLIENT_AUTHENTICATION,
            CLIENT_AUTHENTICATION,
            HEARTBEAT,
            ELECTION_TIMEOUT,
            SNAPSHOT_COUNT,
            DEPLOYMENT_TYPE,
            KUBEADM_ENABLED,
            laterList("etcd_tls_cipher_suites", "cipher suites of etcd", "etcd uses Go's default cipher suites"),
            later(
                    "etcd_events_cluster_enabled",
                    "a second etcd cluster for events",
                    "events are stored in the one etcd cluster"),
            ignored(
                    "etcd_backup_retention_count",
                    "backups kept on etcd hosts",
                    Reason.ANSIBLE,
                    "Kubespray copies the data at each restart; Urania does not"));

    private EtcdVariables() {}
}
