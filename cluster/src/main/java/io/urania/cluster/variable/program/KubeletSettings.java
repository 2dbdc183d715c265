package io.urania.cluster.variable.program;

import static io.urania.cluster.variable.program.KubeletSetting.plain;
import static io.urania.cluster.variable.program.KubeletSetting.setting;
import static io.urania.cluster.variable.program.KubeletSetting.text;

import io.urania.cluster.variable.Scope;
import io.urania.cluster.variable.Variable;
import io.urania.cluster.variable.type.ClusterTypes;
import io.urania.cluster.variable.type.CollectionTypes;
import io.urania.cluster.variable.type.PathTypes;
import io.urania.cluster.variable.type.ScalarTypes;
import io.urania.cluster.variable.type.TreeType;
import io.urania.cluster.variable.type.VariableType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The variables that are in the kubelet's configuration as they are. */
public final class KubeletSettings {

    private static final VariableType<Integer> PERCENT = ScalarTypes.integer(0, 100);

    public static final KubeletSetting<Boolean> PROTECT_KERNEL_DEFAULTS = plain(
            "kubelet_protect_kernel_defaults",
            ScalarTypes.truth(),
            "whether the kubelet refuses to start if kernel parameters differ from what it needs; Urania then sets them",
            "protectKernelDefaults");

    public static final KubeletSetting<Boolean> SERVING_CERTIFICATES = plain(
            "kubelet_rotate_server_certificates",
            ScalarTypes.truth(),
            "whether the kubelet asks the cluster's authority for its serving certificate, and renews it",
            "serverTLSBootstrap");

    public static final KubeletSetting<Integer> READ_ONLY_PORT = plain(
            "kube_read_only_port",
            ScalarTypes.integer(0, 65_535),
            "port at which anyone can read about pods without authentication; 0 for none",
            "readOnlyPort");

    public static final KubeletSetting<List<String>> FEATURE_GATES = setting(
            "kubelet_feature_gates",
            FlagVariables.FEATURE_GATES.variable().type(),
            "feature gates of the kubelet",
            "featureGates",
            KubeletSettings::gates);

    /** In the order of the documentation. */
    public static final List<KubeletSetting<?>> ALL = List.of(
            PROTECT_KERNEL_DEFAULTS,
            SERVING_CERTIFICATES,
            plain(
                            "kubelet_seccomp_default",
                            ScalarTypes.truth(),
                            "whether pods that name no seccomp profile get the runtime's",
                            "seccompDefault")
                    .since(25),
            plain(
                    "kubelet_event_record_qps",
                    ScalarTypes.integer(0, 1_000_000),
                    "events that the kubelet may create per second; 0 for any number",
                    "eventRecordQPS"),
            text(
                    "kubelet_streaming_connection_idle_timeout",
                    ClusterTypes.duration(),
                    "after how long a silent connection of kubectl exec and the like is closed",
                    "streamingConnectionIdleTimeout"),
            plain(
                    "kubelet_make_iptables_util_chains",
                    ScalarTypes.truth(),
                    "whether the kubelet makes the chains of iptables that others rely on",
                    "makeIPTablesUtilChains"),
            text(
                    "kubelet_status_update_frequency",
                    ClusterTypes.duration(),
                    "how often the kubelet looks at its node's status",
                    "nodeStatusUpdateFrequency"),
            text(
                            "kubelet_shutdown_grace_period",
                            ClusterTypes.duration(),
                            "how long the shutdown of a node waits for its pods to end",
                            "shutdownGracePeriod")
                    .since(21),
            text(
                            "kubelet_shutdown_grace_period_critical_pods",
                            ClusterTypes.duration(),
                            "how much of that is kept for critical pods",
                            "shutdownGracePeriodCriticalPods")
                    .since(21),
            plain(
                    "kubelet_pod_pids_limit",
                    ScalarTypes.integer(-1, 4_194_304),
                    "most processes of a pod; -1 for any number",
                    "podPidsLimit"),
            plain(
                    "kubelet_image_gc_high_threshold",
                    PERCENT,
                    "percentage of the disk in use from which unused images are removed",
                    "imageGCHighThresholdPercent"),
            plain(
                    "kubelet_image_gc_low_threshold",
                    PERCENT,
                    "percentage of the disk in use down to which unused images are removed",
                    "imageGCLowThresholdPercent"),
            setting(
                            "kubelet_max_parallel_image_pulls",
                            ScalarTypes.integer(1, 1_000),
                            "images that are pulled at once",
                            "maxParallelImagePulls",
                            count -> count == 1
                                    ? Map.of("serializeImagePulls", true)
                                    : Map.of("serializeImagePulls", false, "maxParallelImagePulls", count))
                    .since(27),
            text(
                    "kubelet_cpu_manager_policy",
                    ScalarTypes.matching("none or static", "none|static", "static"),
                    "whether pods may have processors of their own",
                    "cpuManagerPolicy"),
            plain(
                            "kubelet_cpu_manager_policy_options",
                            CollectionTypes.texts(),
                            "options of the processors' policy",
                            "cpuManagerPolicyOptions")
                    .since(22),
            text(
                    "kubelet_topology_manager_policy",
                    ScalarTypes.matching(
                            "none, best-effort, restricted or single-numa-node",
                            "none|best-effort|restricted|single-numa-node",
                            "best-effort"),
                    "whether a pod's processors and devices are near to each other",
                    "topologyManagerPolicy"),
            text(
                            "kubelet_topology_manager_scope",
                            ScalarTypes.matching("container or pod", "container|pod", "pod"),
                            "whether that is decided for a container or for a pod",
                            "topologyManagerScope")
                    .since(20),
            setting(
                            "kubelet_swap_behavior",
                            ScalarTypes.matching(
                                    "NoSwap, LimitedSwap or UnlimitedSwap",
                                    "NoSwap|LimitedSwap|UnlimitedSwap",
                                    "LimitedSwap"),
                            "how much swap pods may use",
                            "memorySwap.swapBehavior",
                            behaviour -> Map.of("memorySwap", new TreeMap<>(Map.of("swapBehavior", behaviour))))
                    .since(22),
            setting(
                    "eviction_hard",
                    CollectionTypes.texts(),
                    "thresholds at which the kubelet evicts pods at once, all of them: those of Kubernetes are given up",
                    "evictionHard",
                    thresholds -> thresholds.isEmpty() ? Map.of() : Map.of("evictionHard", new TreeMap<>(thresholds))),
            setting(
                    "kubelet_enforce_node_allocatable",
                    enforced(),
                    "what is enforced: pods, kube-reserved, system-reserved, separated by commas, or none",
                    "enforceNodeAllocatable",
                    kinds -> kinds.isEmpty() ? Map.of() : Map.of("enforceNodeAllocatable", new ArrayList<>(kinds))),
            text(
                    "kubelet_bind_address",
                    ClusterTypes.address(),
                    "address of the node at which the kubelet serves",
                    "address"),
            READ_ONLY_PORT,
            text(
                    "kubelet_kubelet_cgroups",
                    ClusterTypes.controlGroup("/system.slice/kubelet.service"),
                    "the control group that the kubelet reports as its own",
                    "kubeletCgroups"),
            text(
                    "kubelet_flexvolumes_plugins_dir",
                    PathTypes.path("/var/lib/kubelet/volumeplugins"),
                    "where plugins for FlexVolumes are",
                    "volumePluginDir"),
            plain(
                            "kubelet_fail_cgroup_v1",
                            ScalarTypes.truth(),
                            "whether the kubelet refuses to start on a host with version 1 of control groups",
                            "failCgroupV1")
                    .since(31),
            FEATURE_GATES);

    /** Variables that the control plane's programs have as flags, and the kubelet in its configuration. */
    private static final List<KubeletSetting<?>> SHARED = List.of(
            new KubeletSetting<>(FlagVariables.FEATURE_GATES.variable(), KubeletSettings::gates),
            new KubeletSetting<>(
                    FlagVariables.TLS_VERSION.variable(),
                    version -> Map.of(
                            "tlsMinVersion", FlagVariables.TLS_VERSION.written().apply(version))),
            new KubeletSetting<>(
                    FlagVariables.TLS_CIPHER_SUITES.variable(),
                    suites -> suites.isEmpty() ? Map.of() : Map.of("tlsCipherSuites", new ArrayList<>(suites))));

    /** In the order in which they are read: a later one wins. */
    public static final List<KubeletSetting<?>> READ =
            Stream.concat(SHARED.stream(), ALL.stream()).toList();

    /** Fields for which there is no variable. */
    public static final Variable<Map<String, Object>> EXTRA = Variable.variable(
                    "kubelet_config_extra_args", new TreeType())
            .scope(Scope.HOST)
            .means("further fields of the kubelet's configuration")
            .does("nodes: kubelet's configuration; they win over all others that Urania does not need itself")
            .otherwise(Map.of(), "none");

    private KubeletSettings() {}

    /** The variables that only the kubelet has. */
    public static List<Variable<?>> variables() {
        return Stream.<Variable<?>>concat(ALL.stream().<Variable<?>>map(KubeletSetting::variable), Stream.of(EXTRA))
                .toList();
    }

    /** Kubespray's default is a text of two quotation marks, which it takes for nothing. */
    private static VariableType<List<String>> enforced() {
        return ScalarTypes.parsed(
                "pods, kube-reserved, system-reserved, separated by commas, or none",
                text -> text.matches("(?:\"\")?")
                        ? Optional.of(List.of())
                        : Optional.of(List.of(text.split(",")))
                                .filter(kinds -> kinds.stream()
                                        .allMatch(kind ->
                                                kind.matches("none|pods|(?:kube|system)-reserved(?:-compressible)?"))));
    }

    private static Map<String, Object> gates(List<String> gates) {
        return gates.isEmpty() ? Map.of() : Map.of("featureGates", FlagVariables.switches(gates));
    }
}
