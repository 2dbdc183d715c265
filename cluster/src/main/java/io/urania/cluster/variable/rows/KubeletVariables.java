package io.urania.cluster.variable.rows;

import static io.urania.cluster.variable.Variable.ignored;
import static io.urania.cluster.variable.Variable.variable;

import io.urania.cluster.value.CgroupDriver;
import io.urania.cluster.value.Quantity;
import io.urania.cluster.variable.Effect.Reason;
import io.urania.cluster.variable.Scope;
import io.urania.cluster.variable.Variable;
import io.urania.cluster.variable.type.ChoiceTypes;
import io.urania.cluster.variable.type.ClusterTypes;
import io.urania.cluster.variable.type.CollectionTypes;
import io.urania.cluster.variable.type.PathTypes;
import io.urania.cluster.variable.type.ScalarTypes;
import java.util.List;

/** The kubelet. Every node may have settings of its own. */
public final class KubeletVariables {
    private static final String KUBELET = "nodes: kubelet's configuration, ";
    private static final String SYSTEM = "systemReserved of kubelet's configuration on ";
    private static final String KUBE = "kubeReserved of kubelet's configuration on ";
    private static final String NODES = "nodes";
    private static final String CONTROL_PLANE = "control plane hosts";
    private static final String OTHERS = "nodes; on control plane hosts only if the variable with master_ is not set";

    public static final Variable<CgroupDriver> CGROUP_DRIVER = variable(
                    "kubelet_cgroup_driver", ChoiceTypes.choice(CgroupDriver.class))
            .scope(Scope.HOST)
            .means("cgroup driver")
            .does(KUBELET + "cgroupDriver; containerd's SystemdCgroup")
            .unlessSet("systemd where systemd manages the host's cgroups, otherwise cgroupfs");

    public static final Variable<Boolean> FAIL_SWAP_ON = variable("kubelet_fail_swap_on", ScalarTypes.truth())
            .scope(Scope.HOST)
            .means("whether kubelet refuses to start while swap is on")
            .does(KUBELET + "failSwapOn; if true, swap is disabled")
            .otherwise(true);

    public static final Variable<Boolean> SYSTEM_RESERVED = variable("system_reserved", ScalarTypes.truth())
            .scope(Scope.HOST)
            .means("whether memory and CPU are reserved for the operating system")
            .does("nodes: systemReserved of kubelet's configuration, with the amounts below")
            .otherwise(false);

    public static final Variable<Quantity> SYSTEM_MEMORY =
            reserved("system_memory_reserved", "memory reserved for the operating system", SYSTEM + OTHERS, "512Mi");
    public static final Variable<Quantity> SYSTEM_CPU =
            reserved("system_cpu_reserved", "CPU reserved for the operating system", SYSTEM + OTHERS, "500m");
    public static final Variable<Quantity> SYSTEM_CONTROL_PLANE_MEMORY = reserved(
            "system_master_memory_reserved",
            "memory reserved for the operating system",
            SYSTEM + CONTROL_PLANE,
            "256Mi");
    public static final Variable<Quantity> SYSTEM_CONTROL_PLANE_CPU = reserved(
            "system_master_cpu_reserved", "CPU reserved for the operating system", SYSTEM + CONTROL_PLANE, "250m");

    public static final Variable<Boolean> KUBE_RESERVED = variable("kube_reserved", ScalarTypes.truth())
            .scope(Scope.HOST)
            .means("whether memory and CPU are reserved for Kubernetes daemons")
            .does(
                    "nodes: kubeReserved of kubelet's configuration, with the amounts below; nothing is reserved if it is false")
            .unlessSet(
                    "what fits the machine: a sixteenth of its memory, from 96Mi to 512Mi, 100m, 500Mi of the disk, 1000 processes");

    public static final Variable<Quantity> KUBE_MEMORY =
            reserved("kube_memory_reserved", "memory reserved for Kubernetes daemons", KUBE + OTHERS, "256Mi");
    public static final Variable<Quantity> KUBE_CPU =
            reserved("kube_cpu_reserved", "CPU reserved for Kubernetes daemons", KUBE + OTHERS, "100m");
    public static final Variable<Quantity> KUBE_CONTROL_PLANE_MEMORY = reserved(
            "kube_master_memory_reserved", "memory reserved for Kubernetes daemons", KUBE + CONTROL_PLANE, "512Mi");
    public static final Variable<Quantity> KUBE_CONTROL_PLANE_CPU =
            reserved("kube_master_cpu_reserved", "CPU reserved for Kubernetes daemons", KUBE + CONTROL_PLANE, "200m");

    public static final Variable<Quantity> SYSTEM_STORAGE = reserved(
            "system_ephemeral_storage_reserved",
            "disk space reserved for the operating system",
            SYSTEM + NODES,
            "500Mi");
    public static final Variable<Integer> SYSTEM_PROCESSES =
            processes("system_pid_reserved", "processes reserved for the operating system", SYSTEM + NODES);
    public static final Variable<Quantity> KUBE_STORAGE = reserved(
            "kube_ephemeral_storage_reserved", "disk space reserved for Kubernetes daemons", KUBE + NODES, "500Mi");
    public static final Variable<Integer> KUBE_PROCESSES =
            processes("kube_pid_reserved", "processes reserved for Kubernetes daemons", KUBE + NODES);

    public static final Variable<String> KUBE_SLICE = variable(
                    "kube_reserved_cgroups_for_service_slice",
                    ScalarTypes.matching("a slice of systemd, such as kube.slice", "[a-z0-9]+\\.slice", "kube.slice"))
            .scope(Scope.HOST)
            .means("the slice that kubelet and containerd run in, with kube_reserved")
            .does("nodes: Slice of both units, kubeReservedCgroup of kubelet's configuration")
            .unlessSet("system.slice");

    public static final Variable<String> KUBE_CGROUP = variable(
                    "kube_reserved_cgroups", ClusterTypes.controlGroup("/kube.slice"))
            .scope(Scope.HOST)
            .means("the control group that kubeReserved is enforced on, with kube_reserved")
            .does(KUBELET + "kubeReservedCgroup")
            .unlessSet("that of kube_reserved_cgroups_for_service_slice, if it is set");

    public static final Variable<String> SYSTEM_CGROUP = variable(
                    "system_reserved_cgroups", ClusterTypes.controlGroup("/kube.slice"))
            .scope(Scope.HOST)
            .means("the control group that systemReserved is enforced on, with system_reserved")
            .does(KUBELET + "systemReservedCgroup")
            .unlessSet("none");

    public static final Variable<List<String>> WANTS = variable(
                    "kubelet_systemd_wants_dependencies",
                    CollectionTypes.listOf(ScalarTypes.matching(
                            "a unit of systemd",
                            "[A-Za-z0-9@:_.-]+\\.(?:service|target|mount|socket)",
                            "rpc-statd.service")))
            .scope(Scope.HOST)
            .means("units that are started with the kubelet, such as what mounts of NFS need")
            .does("nodes: unit of the kubelet, Wants")
            .otherwise(List.of(), "none");

    public static final Variable<Boolean> TRACING = variable("kubelet_tracing", ScalarTypes.truth())
            .scope(Scope.HOST)
            .means("whether the kubelet sends traces of what it does")
            .does(KUBELET + "tracing")
            .since(25)
            .otherwise(false);

    public static final Variable<String> TRACING_ENDPOINT = variable(
                    "kubelet_tracing_endpoint", ClusterTypes.collector())
            .scope(Scope.HOST)
            .means("host and port of the collector of OpenTelemetry that gets them")
            .does(KUBELET + "tracing.endpoint")
            .otherwise("[::]:4317");

    public static final Variable<Integer> TRACING_RATE = variable(
                    "kubelet_tracing_sampling_rate_per_million", ScalarTypes.integer(0, 1_000_000))
            .scope(Scope.HOST)
            .means("how many of a million of its calls are traced")
            .does(KUBELET + "tracing.samplingRatePerMillion")
            .otherwise(100);

    public static final Variable<Integer> MAX_PODS = variable("kubelet_max_pods", ScalarTypes.integer(1, 10_000))
            .scope(Scope.HOST)
            .means("maximum number of pods on the node")
            .does(KUBELET + "maxPods")
            .otherwise(110);

    public static final Variable<Integer> LOG_FILES = variable("kubelet_logfiles_max_nr", ScalarTypes.integer(2, 1_000))
            .scope(Scope.HOST)
            .means("maximum number of log files per container")
            .does(KUBELET + "containerLogMaxFiles")
            .otherwise(5);

    public static final Variable<Quantity> LOG_FILE_SIZE = variable(
                    "kubelet_logfiles_max_size", ClusterTypes.quantity())
            .scope(Scope.HOST)
            .means("size at which a container's log is rotated")
            .does(KUBELET + "containerLogMaxSize")
            .otherwise(new Quantity("10Mi"));

    public static final Variable<Boolean> HARDENED = variable("kubelet_systemd_hardening", ScalarTypes.truth())
            .scope(Scope.HOST)
            .means("whether the kubelet takes and makes connections only from and to certain addresses")
            .does("nodes: unit of the kubelet, IPAddressDeny and IPAddressAllow")
            .otherwise(false);

    public static final Variable<List<String>> ADDRESSES = variable(
                    "kubelet_secure_addresses", ClusterTypes.unitAddresses())
            .scope(Scope.HOST)
            .means("those addresses, besides all hosts of the cluster")
            .does("nodes: unit of the kubelet, IPAddressAllow")
            .unlessSet("localhost, link-local and the pods' network");

    public static final Variable<String> RESOLV_CONF = variable("kube_resolv_conf", PathTypes.file("/etc/resolv.conf"))
            .scope(Scope.HOST)
            .means("the host's resolv.conf that pods inherit")
            .does(KUBELET + "resolvConf")
            .unlessSet(
                    "/etc/resolv.conf, or systemd-resolved's /run/systemd/resolve/resolv.conf if the first lists only the host itself");

    public static final List<Variable<?>> ALL = List.of(
            CGROUP_DRIVER,
            FAIL_SWAP_ON,
            SYSTEM_RESERVED,
            SYSTEM_MEMORY,
            SYSTEM_CPU,
            SYSTEM_CONTROL_PLANE_MEMORY,
            SYSTEM_CONTROL_PLANE_CPU,
            KUBE_RESERVED,
            KUBE_MEMORY,
            KUBE_CPU,
            KUBE_CONTROL_PLANE_MEMORY,
            KUBE_CONTROL_PLANE_CPU,
            SYSTEM_STORAGE,
            SYSTEM_PROCESSES,
            KUBE_STORAGE,
            KUBE_PROCESSES,
            KUBE_SLICE,
            KUBE_CGROUP,
            SYSTEM_CGROUP,
            WANTS,
            TRACING,
            TRACING_ENDPOINT,
            TRACING_RATE,
            MAX_PODS,
            LOG_FILES,
            LOG_FILE_SIZE,
            RESOLV_CONF,
            HARDENED,
            ADDRESSES,
            ignored(
                            "dynamic_kubelet_configuration",
                            "dynamic kubelet configuration, from the API",
                            Reason.REMOVED,
                            "removed in Kubernetes 1.24, and not used with older versions either: kubelet's configuration is a file on the node")
                    .until(23));

    private KubeletVariables() {}

    private static Variable<Integer> processes(String name, String meaning, String effect) {
        return variable(name, ScalarTypes.integer(0, 4_194_304))
                .scope(Scope.HOST)
                .means(meaning)
                .does(effect)
                .otherwise(1_000);
    }

    private static Variable<Quantity> reserved(String name, String meaning, String effect, String amount) {
        return variable(name, ClusterTypes.quantity())
                .scope(Scope.HOST)
                .means(meaning)
                .does(effect)
                .otherwise(new Quantity(amount));
    }
}
