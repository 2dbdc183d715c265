package io.urania.cluster.variable.program;

import static io.urania.cluster.value.KubernetesProgram.API_SERVER;
import static io.urania.cluster.value.KubernetesProgram.CONTROLLER_MANAGER;
import static io.urania.cluster.value.KubernetesProgram.SCHEDULER;
import static io.urania.cluster.variable.program.FlagVariable.flag;
import static io.urania.cluster.variable.program.FlagVariable.list;

import io.urania.cluster.value.KubernetesProgram;
import io.urania.cluster.variable.Scope;
import io.urania.cluster.variable.Variable;
import io.urania.cluster.variable.type.ClusterTypes;
import io.urania.cluster.variable.type.CollectionTypes;
import io.urania.cluster.variable.type.ScalarTypes;
import io.urania.cluster.variable.type.VariableType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The variables that are flags of the API server, the controller manager and the scheduler. */
public final class FlagVariables {

    private static final VariableType<List<String>> GATES =
            CollectionTypes.listOf(FeatureGates.type("SidecarContainers=true"));
    private static final VariableType<List<String>> CIPHER_SUITES = CollectionTypes.listOf(CipherSuites.type());
    private static final VariableType<List<String>> PLUGINS = CollectionTypes.listOf(
            ScalarTypes.matching("the name of an admission plugin", "[A-Z][A-Za-z]+", "AlwaysPullImages"));
    private static final VariableType<Integer> SECONDS = ScalarTypes.integer(0, 1_000_000);

    public static final FlagVariable<List<String>> FEATURE_GATES = list(
            "kube_feature_gates", GATES, "feature gates of all programs", "feature-gates", KubernetesProgram.values());

    public static final FlagVariable<String> TLS_VERSION = flag(
            "tls_min_version",
            ScalarTypes.matching(
                    "VersionTLS10, VersionTLS11, VersionTLS12 or VersionTLS13", "VersionTLS1[0-3]", "VersionTLS12"),
            "minimum TLS version of the API server, the controller manager, the scheduler and kubelets",
            "tls-min-version",
            // All programs accept TLS 1.2 and newer from 1.19 on (k8s.io/apiserver, secure_serving.go): a wish for less
            // is met by that.
            version -> version.equals("VersionTLS13") ? version : "VersionTLS12",
            KubernetesProgram.values());

    public static final FlagVariable<List<String>> TLS_CIPHER_SUITES = list(
            "tls_cipher_suites",
            CIPHER_SUITES,
            "cipher suites of the API server, the controller manager, the scheduler and kubelets, up to TLS 1.2",
            "tls-cipher-suites",
            KubernetesProgram.values());

    /** Kubernetes has it on: whoever may ask a program for its profile learns much of it (CIS Kubernetes Benchmark, 1.2.15). */
    private static final FlagVariable<Boolean> PROFILING = flag(
                    "kube_profiling",
                    ScalarTypes.truth(),
                    "whether the control plane's programs serve profiles of themselves",
                    "profiling",
                    KubernetesProgram.values())
            .otherwise(false);

    /** The plugin that keeps kubelets from changing other nodes (kubeadm has it on). */
    private static final String NODE_RESTRICTION = "NodeRestriction";

    /** The plugin with which no pod starts whose image is not in a registry: those of Urania's clusters are not, but on the nodes. */
    public static final String ALWAYS_PULL_IMAGES = "AlwaysPullImages";

    public static final FlagVariable<List<String>> ADMISSION_PLUGINS = flag(
            "kube_apiserver_enable_admission_plugins",
            PLUGINS,
            "admission plugins besides those that are on by default",
            "enable-admission-plugins",
            plugins -> Stream.concat(Stream.of(NODE_RESTRICTION), plugins.stream())
                    .distinct()
                    .filter(plugin -> !plugin.equals(ALWAYS_PULL_IMAGES))
                    .collect(Collectors.joining(",")),
            API_SERVER);

    public static final FlagVariable<List<String>> DISABLED_PLUGINS = list(
            "kube_apiserver_disable_admission_plugins",
            PLUGINS,
            "admission plugins that are off although they are on by default",
            "disable-admission-plugins",
            API_SERVER);

    private static final List<FlagVariable<?>> OF_API_SERVER = List.of(
            ADMISSION_PLUGINS,
            DISABLED_PLUGINS,
            flag(
                    "kube_apiserver_bind_address",
                    ClusterTypes.address(),
                    "address on which the API server listens",
                    "bind-address",
                    API_SERVER),
            flag(
                    "kube_apiserver_request_timeout",
                    ClusterTypes.duration(),
                    "how long a request to the API server may take",
                    "request-timeout",
                    API_SERVER),
            flag(
                    "kube_apiserver_pod_eviction_not_ready_timeout_seconds",
                    SECONDS,
                    "seconds after which pods leave a node that is not Ready, unless they say otherwise",
                    "default-not-ready-toleration-seconds",
                    API_SERVER),
            flag(
                    "kube_apiserver_pod_eviction_unreachable_timeout_seconds",
                    SECONDS,
                    "seconds after which pods leave a node that cannot be reached, unless they say otherwise",
                    "default-unreachable-toleration-seconds",
                    API_SERVER),
            flag(
                    "kube_apiserver_etcd_compaction_interval",
                    ClusterTypes.duration(),
                    "how often old revisions of etcd are given up",
                    "etcd-compaction-interval",
                    API_SERVER),
            flag(
                    "kube_apiserver_service_account_lookup",
                    ScalarTypes.truth(),
                    "whether a token of a service account that was deleted is refused",
                    "service-account-lookup",
                    API_SERVER),
            flag(
                    "kube_api_aggregator_routing",
                    ScalarTypes.truth(),
                    "whether aggregated APIs are reached by their endpoints' addresses and not by their service's",
                    "enable-aggregator-routing",
                    API_SERVER),
            list(
                    "kube_api_runtime_config",
                    CollectionTypes.listOf(ScalarTypes.matching(
                            "an API such as batch/v2alpha1=true", "[a-z0-9./-]+(?:=(?:true|false))?", "api/beta=true")),
                    "APIs that are on or off against their default",
                    "runtime-config",
                    API_SERVER),
            flag(
                    "kubelet_preferred_address_types",
                    ScalarTypes.matching(
                            "types of node addresses with commas between them",
                            "[A-Za-z]+(?:,[A-Za-z]+)*",
                            "InternalIP,Hostname"),
                    "which addresses the API server reaches kubelets by, in the order in which they are tried",
                    "kubelet-preferred-address-types",
                    API_SERVER),
            list(
                    "kube_apiserver_feature_gates",
                    GATES,
                    "feature gates of the API server",
                    "feature-gates",
                    API_SERVER));

    private static final List<FlagVariable<?>> OF_CONTROLLER_MANAGER = List.of(
            flag(
                    "kube_controller_node_monitor_grace_period",
                    ClusterTypes.duration(),
                    "how long a node may be silent before it counts as not Ready",
                    "node-monitor-grace-period",
                    CONTROLLER_MANAGER),
            flag(
                    "kube_controller_node_monitor_period",
                    ClusterTypes.duration(),
                    "how often the controller manager looks at the nodes' status",
                    "node-monitor-period",
                    CONTROLLER_MANAGER),
            flag(
                    "kube_controller_terminated_pod_gc_threshold",
                    ScalarTypes.integer(0, 1_000_000),
                    "number of ended pods from which they are deleted; 0 for never",
                    "terminated-pod-gc-threshold",
                    CONTROLLER_MANAGER),
            flag(
                    "kube_controller_manager_bind_address",
                    ClusterTypes.address(),
                    "address on which the controller manager listens",
                    "bind-address",
                    CONTROLLER_MANAGER),
            flag(
                    "kube_controller_manager_leader_elect_lease_duration",
                    ClusterTypes.duration(),
                    "how long another controller manager waits for one that is silent",
                    "leader-elect-lease-duration",
                    CONTROLLER_MANAGER),
            flag(
                    "kube_controller_manager_leader_elect_renew_deadline",
                    ClusterTypes.duration(),
                    "how long a controller manager tries to go on leading",
                    "leader-elect-renew-deadline",
                    CONTROLLER_MANAGER),
            list(
                    "kube_controller_feature_gates",
                    GATES,
                    "feature gates of the controller manager",
                    "feature-gates",
                    CONTROLLER_MANAGER));

    private static final List<FlagVariable<?>> OF_SCHEDULER = List.of(
            flag(
                    "kube_scheduler_bind_address",
                    ClusterTypes.address(),
                    "address on which the scheduler listens",
                    "bind-address",
                    SCHEDULER),
            flag(
                    "kube_scheduler_leader_elect_lease_duration",
                    ClusterTypes.duration(),
                    "how long another scheduler waits for one that is silent",
                    "leader-elect-lease-duration",
                    SCHEDULER),
            flag(
                    "kube_scheduler_leader_elect_renew_deadline",
                    ClusterTypes.duration(),
                    "how long a scheduler tries to go on leading",
                    "leader-elect-renew-deadline",
                    SCHEDULER),
            list("kube_scheduler_feature_gates", GATES, "feature gates of the scheduler", "feature-gates", SCHEDULER));

    /** Whose tokens are taken: with {@link #OPEN_ID_CLIENT}, what OpenID Connect needs. */
    public static final FlagVariable<String> OPEN_ID_ISSUER =
            openId("url", ClusterTypes.url(), "the address of the provider", "issuer-url");

    public static final FlagVariable<String> OPEN_ID_CLIENT =
            openId("client_id", ScalarTypes.line(), "the client that tokens must be made for", "client-id");

    /** The flags of OpenID Connect, which nobody has without {@code kube_oidc_auth}. */
    public static final List<FlagVariable<String>> OPEN_ID = List.of(
            OPEN_ID_ISSUER,
            OPEN_ID_CLIENT,
            openId("username_claim", ScalarTypes.line(), "the claim that has the user's name", "username-claim"),
            openId("username_prefix", ScalarTypes.line(), "what is put before users' names", "username-prefix"),
            openId("groups_claim", ScalarTypes.line(), "the claim that has the user's groups", "groups-claim"),
            openId("groups_prefix", ScalarTypes.line(), "what is put before groups' names", "groups-prefix"));

    /** In the order in which they are read: a later one wins. */
    public static final List<FlagVariable<?>> ALL = Stream.of(
                    List.of(FEATURE_GATES, TLS_VERSION, TLS_CIPHER_SUITES, PROFILING),
                    OF_API_SERVER,
                    OF_CONTROLLER_MANAGER,
                    OF_SCHEDULER)
            .<FlagVariable<?>>flatMap(List::stream)
            .toList();

    /** Flags for which there is no variable, by the programs that get them. */
    public static final Map<KubernetesProgram, Variable<Map<String, String>>> EXTRA = Map.of(
            API_SERVER, extra("kube_kubeadm_apiserver_extra_args", API_SERVER),
            CONTROLLER_MANAGER, extra("kube_kubeadm_controller_extra_args", CONTROLLER_MANAGER),
            SCHEDULER, extra("kube_kubeadm_scheduler_extra_args", SCHEDULER));

    private FlagVariables() {}

    /** All variables that are flags, or hold flags. */
    public static List<Variable<?>> variables() {
        return Stream.of(
                        ALL.stream().<Variable<?>>map(FlagVariable::variable),
                        OPEN_ID.stream().<Variable<?>>map(FlagVariable::variable),
                        Stream.of(KubernetesProgram.values()).<Variable<?>>map(EXTRA::get))
                .<Variable<?>>flatMap(rows -> rows)
                .toList();
    }

    private static FlagVariable<String> openId(String name, VariableType<String> type, String meaning, String flag) {
        return flag("kube_oidc_" + name, type, "with OpenID Connect, " + meaning, "oidc-" + flag, API_SERVER);
    }

    private static Variable<Map<String, String>> extra(String name, KubernetesProgram program) {
        return Variable.variable(name, CollectionTypes.texts())
                .scope(Scope.CONTROL_PLANE)
                .means("further flags of " + program.word() + ", without dashes")
                .does("control plane: flags of " + program.word()
                        + "; they win over all others that Urania does not need itself")
                .otherwise(Map.of(), "none");
    }

    /** Feature gates as configurations have them: whether each is on, by its name. */
    public static Map<String, Boolean> switches(List<String> gates) {
        Map<String, Boolean> switches = new LinkedHashMap<>();
        gates.forEach(gate -> switches.put(
                gate.substring(0, gate.indexOf('=')), Boolean.valueOf(gate.substring(gate.indexOf('=') + 1))));
        return switches;
    }
}
