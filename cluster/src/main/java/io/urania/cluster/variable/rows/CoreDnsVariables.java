package io.urania.cluster.variable.rows;

import static io.urania.cluster.variable.Variable.ignored;
import static io.urania.cluster.variable.Variable.variable;

import io.urania.cluster.variable.Effect.Reason;
import io.urania.cluster.variable.Scope;
import io.urania.cluster.variable.Variable;
import io.urania.cluster.variable.type.ScalarTypes;
import io.urania.cluster.variable.type.VariableType;
import java.util.List;
import java.util.stream.Stream;

/** How many pods CoreDNS has. */
public final class CoreDnsVariables {
    private static final String NO_AUTOSCALER =
            "apply sets the number of CoreDNS' pods by the inventory's nodes; no autoscaler runs in the cluster";

    public static final Variable<Integer> REPLICAS = of("coredns_replicas", ScalarTypes.integer(1, 100))
            .means("number of CoreDNS' pods, each on a node of its own, control plane hosts first")
            .does("replicas of CoreDNS, no more than there are nodes")
            .unlessSet("2, or 1 with one control plane host; more by dns_nodes_per_replica");

    public static final Variable<Boolean> BY_NODES = of("enable_dns_autoscaler", ScalarTypes.truth())
            .means("whether the number of CoreDNS' pods follows the number of nodes")
            .does(
                    "replicas of CoreDNS: dns_nodes_per_replica and dns_min_replicas count, where coredns_replicas is not set")
            .otherwise(true);

    public static final Variable<Integer> MOST_NODES = of("dns_nodes_per_replica", ScalarTypes.integer(1, 5000))
            .means("number of nodes for which CoreDNS has one pod")
            .does("replicas of CoreDNS")
            .otherwise(16);

    public static final Variable<Integer> LEAST = of("dns_min_replicas", ScalarTypes.integer(1, 100))
            .means("least number of CoreDNS' pods")
            .does("replicas of CoreDNS, no more than there are nodes")
            .unlessSet("2, or 1 with one control plane host");

    public static final Variable<Boolean> NEVER_ONE = of("dns_prevent_single_point_failure", ScalarTypes.truth())
            .means("whether CoreDNS has two pods wherever there are two nodes")
            .does("replicas of CoreDNS")
            .otherwise(false, "false; with two control plane hosts there are two anyway");

    /** What decides how many there are. */
    public static final List<Variable<?>> REPLICA_COUNT = List.of(REPLICAS, BY_NODES, MOST_NODES, LEAST, NEVER_ONE);

    private static final List<Variable<?>> WITHOUT_EFFECT = List.of(
            ignored(
                    "dns_cores_per_replica",
                    "number of processor cores for which CoreDNS has one pod",
                    Reason.ALWAYS,
                    "nodes are counted, not cores: Kubespray's 256 cores are 64 Pis, for which dns_nodes_per_replica asks more"),
            ignored("dns_autoscaler_cpu_requests", "what CoreDNS' autoscaler requests", Reason.ALWAYS, NO_AUTOSCALER),
            ignored(
                    "dns_autoscaler_memory_requests",
                    "what CoreDNS' autoscaler requests",
                    Reason.ALWAYS,
                    NO_AUTOSCALER));

    public static final List<Variable<?>> ALL = Stream.of(REPLICA_COUNT, WITHOUT_EFFECT)
            .flatMap(List::stream)
            .<Variable<?>>map(variable -> variable)
            .toList();

    private CoreDnsVariables() {}

    private static <T> Variable<T> of(String name, VariableType<T> type) {
        return variable(name, type).scope(Scope.CONTROL_PLANE);
    }
}
