package io.urania.cluster.variable.rows;

import static io.urania.cluster.variable.Variable.ignored;
import static io.urania.cluster.variable.Variable.variable;

import io.urania.cluster.value.Sysctl;
import io.urania.cluster.variable.Effect.Reason;
import io.urania.cluster.variable.Scope;
import io.urania.cluster.variable.Variable;
import io.urania.cluster.variable.type.ClusterTypes;
import io.urania.cluster.variable.type.CollectionTypes;
import io.urania.cluster.variable.type.ScalarTypes;
import io.urania.cluster.variable.type.SysctlType;
import java.util.List;
import java.util.Map;

/** What distinguishes one node from another, and what every node needs. */
public final class NodeVariables {
    public static final Variable<Map<String, String>> LABELS = variable("node_labels", CollectionTypes.texts())
            .scope(Scope.HOST)
            .means("labels of the node")
            .does("labels of the Kubernetes node; node-role.kubernetes.io/NAME gives it the role NAME")
            .otherwise(Map.of(), "none");

    public static final Variable<List<String>> TAINTS = variable(
                    "node_taints", CollectionTypes.listOf(ScalarTypes.line()))
            .scope(Scope.HOST)
            .means("taints of the node, each as key=value:Effect")
            .does("taints of the Kubernetes node, set through the API")
            .otherwise(List.of(), "none");

    public static final Variable<String> ETCD_MEMBER_NAME = variable("etcd_member_name", ClusterTypes.domainName())
            .scope(Scope.HOST)
            .means("name of the host's etcd member")
            .does("etcd hosts: ETCD_NAME and ETCD_INITIAL_CLUSTER in /etc/etcd.env")
            .unlessSet("etcd1, etcd2, … in the order of group etcd");

    public static final Variable<Integer> MINIMAL_NODE_MEMORY = variable(
                    "minimal_node_memory_mb", ScalarTypes.integer(0, Integer.MAX_VALUE))
            .means("minimum memory of a node, in MiB")
            .does("preflight: a node with less is refused before anything is changed")
            .otherwise(1024);

    public static final Variable<Integer> MINIMAL_CONTROL_PLANE_MEMORY = variable(
                    "minimal_master_memory_mb", ScalarTypes.integer(0, Integer.MAX_VALUE))
            .scope(Scope.CONTROL_PLANE)
            .means("minimum memory of a control plane host, in MiB")
            .does("preflight: a control plane host with less is refused before anything is changed")
            .otherwise(1500);

    public static final Variable<Integer> GARBAGE_COLLECTION = variable("go_gc_percent", ScalarTypes.integer(5, 1000))
            .scope(Scope.HOST)
            .means(
                    "how much the memory in use of Kubernetes' programs on a host may grow before they look for garbage, in percent (Go's GOGC); less takes less"
                            + " memory and more processor time")
            .does(
                    "every host: GOGC of kubelet.service, the bundle's containerd.service and etcd.service; where it is set for a control plane host, of its API server"
                            + " too, by a patch of kubeadm (1.22)")
            .unlessSet("30 on hosts with less than 2 GiB of memory, else Go's 100");

    public static final Variable<List<Sysctl>> SYSCTLS = variable(
                    "additional_sysctl", CollectionTypes.listOf(new SysctlType()))
            .scope(Scope.HOST)
            .means("additional kernel parameters")
            .does("nodes: /etc/sysctl.d/zz-urania.conf, and the running kernel")
            .otherwise(List.of(), "none");

    public static final List<Variable<?>> ALL = List.of(
            LABELS,
            TAINTS,
            ETCD_MEMBER_NAME,
            MINIMAL_NODE_MEMORY,
            MINIMAL_CONTROL_PLANE_MEMORY,
            GARBAGE_COLLECTION,
            SYSCTLS,
            ignored(
                    "kube_override_hostname",
                    "name of the node in Kubernetes",
                    Reason.ALWAYS,
                    "the node name is always the host's name in the inventory"),
            ignored(
                    "populate_inventory_to_hosts_file",
                    "whether /etc/hosts lists the rack's hosts",
                    Reason.ALWAYS,
                    "every host's /etc/hosts lists all hosts of the rack"),
            ignored(
                    "ignore_assert_errors",
                    "whether failed preflight checks are tolerated",
                    Reason.ALWAYS,
                    "preflight checks cannot be disabled"),
            ignored(
                    "disable_swap",
                    "whether swap is disabled",
                    Reason.ALWAYS,
                    "swap is disabled unless kubelet_fail_swap_on is false"));

    private NodeVariables() {}
}
