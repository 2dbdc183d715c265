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
import io.urania.cluster.variable.type.PathTypes;
import io.urania.cluster.variable.type.ScalarTypes;
import java.util.List;

/** The kubelet. Every node may have settings of its own. */
public final class KubeletVariables {
    private static final String KUBELET = "nodes: kubelet's configuration, ";
    private static final String SYSTEM = "systemReserved of kubelet's configuration on ";
    private static final String KUBE = "kubeReserved of kubelet's configuration on ";
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
            .does("nodes: kubeReserved of kubelet's configuration, with the amounts below")
            .otherwise(false);

    public static final Variable<Quantity> KUBE_MEMORY =
            reserved("kube_memory_reserved", "memory reserved for Kubernetes daemons", KUBE + OTHERS, "256Mi");
    public static final Variable<Quantity> KUBE_CPU =
            reserved("kube_cpu_reserved", "CPU reserved for Kubernetes daemons", KUBE + OTHERS, "100m");
    public static final Variable<Quantity> KUBE_CONTROL_PLANE_MEMORY = reserved(
            "kube_master_memory_reserved", "memory reserved for Kubernetes daemons", KUBE + CONTROL_PLANE, "512Mi");
    public static final Variable<Quantity> KUBE_CONTROL_PLANE_CPU =
            reserved("kube_master_cpu_reserved", "CPU reserved for Kubernetes daemons", KUBE + CONTROL_PLANE, "200m");

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

    private static Variable<Quantity> reserved(String name, String meaning, String effect, String amount) {
        return variable(name, ClusterTypes.quantity())
                .scope(Scope.HOST)
                .means(meaning)
                .does(effect)
                .otherwise(new Quantity(amount));
    }
}
