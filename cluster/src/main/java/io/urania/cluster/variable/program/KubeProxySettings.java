package io.urania.cluster.variable.program;

import static io.urania.cluster.variable.program.KubeProxySetting.plain;
import static io.urania.cluster.variable.program.KubeProxySetting.setting;
import static io.urania.cluster.variable.program.KubeProxySetting.text;

import io.urania.cluster.value.Network;
import io.urania.cluster.variable.Variable;
import io.urania.cluster.variable.type.ClusterTypes;
import io.urania.cluster.variable.type.CollectionTypes;
import io.urania.cluster.variable.type.ScalarTypes;
import io.urania.cluster.variable.type.VariableType;
import java.util.List;
import java.util.stream.Stream;

/** The variables that are in kube-proxy's configuration as they are. */
public final class KubeProxySettings {

    private static final VariableType<String> MEDIA_TYPE = ScalarTypes.matching(
            "a media type such as application/json", "[a-z0-9.+-]+/[a-z0-9.+-]+", "application/json");

    public static final KubeProxySetting<List<String>> FEATURE_GATES = setting(
            "kube_proxy_feature_gates",
            FlagVariables.FEATURE_GATES.variable().type(),
            "feature gates of kube-proxy, instead of kube_feature_gates",
            FlagVariables::switches,
            "featureGates");

    /** In the order of the documentation. */
    public static final List<KubeProxySetting<?>> ALL = List.of(
            text(
                    "kube_proxy_bind_address",
                    ClusterTypes.address(),
                    "address of the node by which kube-proxy knows it",
                    "bindAddress"),
            text(
                    "kube_proxy_healthz_bind_address",
                    ClusterTypes.listener(),
                    "address and port of kube-proxy's health",
                    "healthzBindAddress"),
            text(
                    "kube_proxy_metrics_bind_address",
                    ClusterTypes.listener(),
                    "address and port of kube-proxy's metrics",
                    "metricsBindAddress"),
            plain(
                    "kube_proxy_enable_profiling",
                    ScalarTypes.truth(),
                    "whether kube-proxy serves profiles of itself",
                    "enableProfiling"),
            text(
                    "kube_proxy_client_accept_content_types",
                    MEDIA_TYPE,
                    "media types that kube-proxy accepts of the API server",
                    "clientConnection.acceptContentTypes"),
            text(
                    "kube_proxy_client_content_type",
                    MEDIA_TYPE,
                    "media type that kube-proxy sends to the API server",
                    "clientConnection.contentType"),
            plain(
                    "kube_proxy_client_qps",
                    ScalarTypes.integer(0, 1_000_000),
                    "requests to the API server per second",
                    "clientConnection.qps"),
            plain(
                    "kube_proxy_client_burst",
                    ScalarTypes.integer(0, 1_000_000),
                    "requests to the API server at once",
                    "clientConnection.burst"),
            text(
                    "kube_proxy_config_sync_period",
                    ClusterTypes.duration(),
                    "how often objects are read again from the API server",
                    "configSyncPeriod"),
            plain(
                    "kube_proxy_conntrack_min",
                    ScalarTypes.integer(0, Integer.MAX_VALUE),
                    "tracked connections at least, however few cores there are",
                    "conntrack.min"),
            text(
                    "kube_proxy_conntrack_tcp_close_wait_timeout",
                    ClusterTypes.duration(),
                    "how long a half closed TCP connection is tracked",
                    "conntrack.tcpCloseWaitTimeout"),
            text(
                    "kube_proxy_conntrack_tcp_established_timeout",
                    ClusterTypes.duration(),
                    "how long a silent TCP connection is tracked",
                    "conntrack.tcpEstablishedTimeout"),
            plain(
                    "kube_proxy_masquerade_all",
                    ScalarTypes.truth(),
                    "whether all packets to services are masqueraded",
                    "iptables.masqueradeAll"),
            plain(
                    "kube_proxy_masquerade_bit",
                    ScalarTypes.integer(0, 31),
                    "bit of the mark on packets that are masqueraded",
                    "iptables.masqueradeBit"),
            text(
                    "kube_proxy_min_sync_period",
                    ClusterTypes.duration(),
                    "time between two changes of rules at least",
                    "iptables.minSyncPeriod",
                    "ipvs.minSyncPeriod"),
            text(
                    "kube_proxy_sync_period",
                    ClusterTypes.duration(),
                    "how often rules are looked at although nothing changed",
                    "iptables.syncPeriod",
                    "ipvs.syncPeriod"),
            setting(
                    "kube_proxy_exclude_cidrs",
                    CollectionTypes.listOf(ClusterTypes.network()),
                    "networks whose rules of ipvs are left alone",
                    networks -> networks.stream().map(Network::toString).toList(),
                    "ipvs.excludeCIDRs"),
            text(
                    "kube_proxy_scheduler",
                    ScalarTypes.matching(
                            "rr, wrr, lc, wlc, lblc, lblcr, sh, dh, sed, nq or mh",
                            "w?rr|w?lc|lblcr?|[sdm]h|sed|nq",
                            "lblcr"),
                    "how ipvs chooses an endpoint",
                    "ipvs.scheduler"),
            text(
                    "kube_proxy_tcp_timeout",
                    ClusterTypes.duration(),
                    "how long ipvs keeps a silent TCP connection",
                    "ipvs.tcpTimeout"),
            text(
                    "kube_proxy_tcp_fin_timeout",
                    ClusterTypes.duration(),
                    "how long ipvs keeps a TCP connection that ends",
                    "ipvs.tcpFinTimeout"),
            text(
                    "kube_proxy_udp_timeout",
                    ClusterTypes.duration(),
                    "how long ipvs keeps a silent UDP connection",
                    "ipvs.udpTimeout"),
            plain(
                    "kube_proxy_oom_score_adj",
                    ScalarTypes.integer(-1_000, 1_000),
                    "how readily the kernel ends kube-proxy when memory runs out",
                    "oomScoreAdj"),
            FEATURE_GATES);

    /** In the order in which they are read: a later one wins. */
    public static final List<KubeProxySetting<?>> READ = Stream.concat(
                    Stream.of(new KubeProxySetting<>(
                            FlagVariables.FEATURE_GATES.variable(), FEATURE_GATES.fields(), FEATURE_GATES.written())),
                    ALL.stream())
            .toList();

    private KubeProxySettings() {}

    /** The variables that only kube-proxy has. */
    public static List<Variable<?>> variables() {
        return ALL.stream().<Variable<?>>map(KubeProxySetting::variable).toList();
    }
}
