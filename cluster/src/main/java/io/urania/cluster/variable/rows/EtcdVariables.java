package io.urania.cluster.variable.rows;

import static io.urania.cluster.variable.Variable.ignored;
import static io.urania.cluster.variable.Variable.variable;

import io.urania.cluster.value.ByteQuantity;
import io.urania.cluster.value.GoDuration;
import io.urania.cluster.value.etcd.EtcdDeployment;
import io.urania.cluster.value.etcd.EtcdMetrics;
import io.urania.cluster.variable.Effect.Reason;
import io.urania.cluster.variable.Scope;
import io.urania.cluster.variable.Variable;
import io.urania.cluster.variable.type.ChoiceTypes;
import io.urania.cluster.variable.type.ClusterTypes;
import io.urania.cluster.variable.type.CollectionTypes;
import io.urania.cluster.variable.type.PathTypes;
import io.urania.cluster.variable.type.ScalarTypes;
import java.util.List;
import java.util.Map;

/** etcd. */
public final class EtcdVariables {
    private static final String ENVIRONMENT = " in /etc/etcd.env";

    public static final Variable<String> DATA_DIRECTORY = variable(
                    "etcd_data_dir", PathTypes.ownDirectory("/var/lib/etcd"))
            .scope(Scope.ETCD)
            .means("data directory of a member")
            .does("etcd hosts: ETCD_DATA_DIR" + ENVIRONMENT)
            .otherwise("/var/lib/etcd");

    public static final Variable<Boolean> EVENTS = variable("etcd_events_cluster_enabled", ScalarTypes.truth())
            .scope(Scope.ETCD)
            .means("whether the API server's events are stored in a second etcd, on the same hosts")
            .does(
                    "etcd hosts: etcd-events.service with /etc/etcd-events.env, on ports 2383 for clients and 2382 for members,"
                            + " with the settings of etcd.service but for addresses of metrics; control plane hosts:"
                            + " --etcd-servers-overrides of the API server. Once it is false, they are removed with the data")
            .otherwise(false);

    public static final Variable<String> EVENTS_DATA_DIRECTORY = variable(
                    "etcd_events_data_dir", PathTypes.ownDirectory("/var/lib/etcd-events"))
            .scope(Scope.ETCD)
            .means("data directory of a member of the etcd of events")
            .does("etcd hosts: ETCD_DATA_DIR in /etc/etcd-events.env, with etcd_events_cluster_enabled")
            .otherwise("/var/lib/etcd-events");

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

    public static final Variable<List<String>> CIPHER_SUITES = variable(
                    "etcd_tls_cipher_suites",
                    CollectionTypes.listOf(ScalarTypes.matching(
                            "a cipher suite as Go names it",
                            "TLS_[A-Z0-9_]+",
                            "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384")))
            .scope(Scope.ETCD)
            .means("cipher suites of etcd, up to TLS 1.2")
            .does("etcd hosts: ETCD_CIPHER_SUITES" + ENVIRONMENT)
            .otherwise(List.of(), "Go's own");

    public static final Variable<Integer> MAX_REQUEST_BYTES = variable(
                    "etcd_max_request_bytes", ScalarTypes.integer(1, Integer.MAX_VALUE))
            .scope(Scope.ETCD)
            .means("bytes that a request may have")
            .does("etcd hosts: ETCD_MAX_REQUEST_BYTES" + ENVIRONMENT)
            .unlessSet("etcd's own, 1.5 MiB");

    public static final Variable<String> LOG_LEVEL = variable(
                    "etcd_log_level",
                    ScalarTypes.matching(
                            "debug, info, warn, error, panic or fatal", "debug|info|warn|error|panic|fatal", "info"))
            .scope(Scope.ETCD)
            .means("what etcd logs")
            .does("etcd hosts: ETCD_LOG_LEVEL" + ENVIRONMENT)
            .unlessSet("etcd's own, info");

    public static final Variable<Integer> MAX_SNAPSHOTS = variable(
                    "etcd_max_snapshots", ScalarTypes.integer(0, 1_000_000))
            .scope(Scope.ETCD)
            .means("snapshots that are kept; 0 for all")
            .does("etcd hosts: ETCD_MAX_SNAPSHOTS" + ENVIRONMENT)
            .unlessSet("etcd's own, 5");

    public static final Variable<Integer> MAX_WALS = variable("etcd_max_wals", ScalarTypes.integer(0, 1_000_000))
            .scope(Scope.ETCD)
            .means("write-ahead logs that are kept; 0 for all")
            .does("etcd hosts: ETCD_MAX_WALS" + ENVIRONMENT)
            .unlessSet("etcd's own, 5");

    public static final Variable<Boolean> INITIAL_CORRUPT_CHECK = variable(
                    "etcd_experimental_initial_corrupt_check", ScalarTypes.truth())
            .scope(Scope.ETCD)
            .means("whether a member compares its data with the others' before it serves")
            .does("etcd hosts: feature gate InitialCorruptCheck" + ENVIRONMENT)
            .otherwise(true);

    public static final Variable<GoDuration> WATCH_PROGRESS = variable(
                    "etcd_experimental_watch_progress_notify_interval", ClusterTypes.duration())
            .scope(Scope.ETCD)
            .means("after how long a watch without changes is told that there were none")
            .does("etcd hosts: ETCD_WATCH_PROGRESS_NOTIFY_INTERVAL" + ENVIRONMENT)
            .otherwise(GoDuration.parse("5s").orElseThrow());

    public static final Variable<Integer> METRICS_PORT = variable("etcd_metrics_port", ScalarTypes.port())
            .scope(Scope.ETCD)
            .means("port at which anyone can read a member's metrics, without TLS")
            .does("etcd hosts: ETCD_LISTEN_METRICS_URLS, with the host's address and 127.0.0.1" + ENVIRONMENT)
            .unlessSet("none: metrics are served with the clients' port, to clients with a certificate");

    public static final Variable<String> METRICS_URLS = variable(
                    "etcd_listen_metrics_urls",
                    ScalarTypes.matching(
                            "URLs with a port, separated by commas",
                            "https?://[A-Za-z0-9.:\\[\\]-]+:\\d{1,5}(?:,https?://[A-Za-z0-9.:\\[\\]-]+:\\d{1,5})*",
                            "http://127.0.0.1:2381"))
            .scope(Scope.ETCD)
            .means("where members serve metrics besides, instead of etcd_metrics_port")
            .does("etcd hosts: ETCD_LISTEN_METRICS_URLS" + ENVIRONMENT)
            .unlessSet("nowhere");

    public static final Variable<Boolean> TRACING = variable(
                    "etcd_experimental_enable_distributed_tracing", ScalarTypes.truth())
            .scope(Scope.ETCD)
            .means("whether etcd sends traces of requests")
            .does("etcd hosts: ETCD_ENABLE_DISTRIBUTED_TRACING" + ENVIRONMENT)
            .otherwise(false);

    public static final Variable<String> TRACING_ADDRESS = variable(
                    "etcd_experimental_distributed_tracing_address", ClusterTypes.collector())
            .scope(Scope.ETCD)
            .means("host and port of the collector of OpenTelemetry that gets them")
            .does("etcd hosts: ETCD_DISTRIBUTED_TRACING_ADDRESS" + ENVIRONMENT)
            .otherwise("localhost:4317");

    public static final Variable<String> TRACING_NAME = variable(
                    "etcd_experimental_distributed_tracing_service_name",
                    ScalarTypes.matching("a name", "[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?", "etcd"))
            .scope(Scope.ETCD)
            .means("the name under which traces are sent")
            .does("etcd hosts: ETCD_DISTRIBUTED_TRACING_SERVICE_NAME" + ENVIRONMENT)
            .otherwise("etcd");

    public static final Variable<Integer> TRACING_RATE = variable(
                    "etcd_experimental_distributed_tracing_sample_rate", ScalarTypes.integer(0, 1_000_000))
            .scope(Scope.ETCD)
            .means("how many of a million requests are traced")
            .does("etcd hosts: ETCD_DISTRIBUTED_TRACING_SAMPLING_RATE" + ENVIRONMENT)
            .otherwise(100);

    public static final Variable<Map<String, String>> EXTRA = variable("etcd_extra_vars", CollectionTypes.texts())
            .scope(Scope.ETCD)
            .means("further settings of etcd, as variables of its environment")
            .does("etcd hosts: variables" + ENVIRONMENT + "; they win over all others that Urania does not need itself")
            .otherwise(Map.of(), "none");

    public static final Variable<Boolean> WITHOUT_FSYNC = variable(
                    "etcd_unsafe_no_fsync",
                    ChoiceTypes.only(
                            ScalarTypes.truth(),
                            false,
                            "a host that loses its power would lose what etcd has promised to keep"))
            .scope(Scope.ETCD)
            .means("whether etcd does not wait for its disk")
            .ignored(Reason.ALWAYS, "etcd waits for its disk; true is refused")
            .otherwise(false);

    public static final Variable<EtcdDeployment> DEPLOYMENT_TYPE = variable(
                    "etcd_deployment_type",
                    ChoiceTypes.choice(
                            EtcdDeployment.class,
                            Map.of(
                                    "docker",
                                    "Urania runs etcd as a systemd service of its hosts, or as kubeadm's static pod, not in Docker")))
            .scope(Scope.ETCD)
            .means(
                    "who runs etcd, since the cluster was made: systemd on the hosts of group etcd, or kubeadm on control plane hosts")
            .does(
                    "host: members are systemd services of the hosts of group etcd. kubeadm: control plane hosts have static pods of etcd, with kubeadm's certificates and the nodes' names; settings of"
                            + " etcd are flags in its manifest, the names of members and the memory limit have no effect, and"
                            + " group etcd has the control plane hosts or none")
            .otherwise(EtcdDeployment.HOST);

    public static final Variable<Boolean> KUBEADM_ENABLED = variable("etcd_kubeadm_enabled", ScalarTypes.truth())
            .scope(Scope.ETCD)
            .means(
                    "whether etcd is a pod made by kubeadm; Kubespray has had etcd_deployment_type: kubeadm instead since 2.20")
            .does("true is etcd_deployment_type: kubeadm, whatever that one says")
            .otherwise(false);

    /** Who runs etcd. */
    public static final List<Variable<?>> DEPLOYMENT = List.of(DEPLOYMENT_TYPE, KUBEADM_ENABLED);

    /** What every member is configured by, whoever runs it. */
    public static final List<Variable<?>> OF_MEMBERS = List.of(
            DATA_DIRECTORY,
            QUOTA,
            COMPACTION_RETENTION,
            METRICS,
            PEER_CLIENT_AUTHENTICATION,
            CLIENT_AUTHENTICATION,
            HEARTBEAT,
            ELECTION_TIMEOUT,
            SNAPSHOT_COUNT);

    /** What is in a member's environment as it is. */
    public static final List<Variable<?>> SETTINGS = List.of(
            CIPHER_SUITES,
            MAX_REQUEST_BYTES,
            LOG_LEVEL,
            MAX_SNAPSHOTS,
            MAX_WALS,
            INITIAL_CORRUPT_CHECK,
            WATCH_PROGRESS,
            METRICS_PORT,
            METRICS_URLS,
            TRACING,
            TRACING_ADDRESS,
            TRACING_NAME,
            TRACING_RATE,
            EXTRA);

    public static final List<Variable<?>> ALL = List.of(
            DATA_DIRECTORY,
            EVENTS,
            EVENTS_DATA_DIRECTORY,
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
            CIPHER_SUITES,
            MAX_REQUEST_BYTES,
            LOG_LEVEL,
            MAX_SNAPSHOTS,
            MAX_WALS,
            INITIAL_CORRUPT_CHECK,
            WATCH_PROGRESS,
            METRICS_PORT,
            METRICS_URLS,
            TRACING,
            TRACING_ADDRESS,
            TRACING_NAME,
            TRACING_RATE,
            EXTRA,
            WITHOUT_FSYNC,
            ignored(
                    "etcd_events_cluster_setup",
                    "whether Kubespray's role etcd sets up the etcd of events",
                    Reason.ALWAYS,
                    "Kubespray's playbooks set it themselves; etcd_events_cluster_enabled decides"),
            ignored(
                    "etcd_backup_retention_count",
                    "backups kept on etcd hosts",
                    Reason.ANSIBLE,
                    "Kubespray copies the data at each restart; Urania does not"));

    private EtcdVariables() {}
}
