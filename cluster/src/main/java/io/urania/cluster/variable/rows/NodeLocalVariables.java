package io.urania.cluster.variable.rows;

import static io.urania.cluster.variable.Variable.variable;

import io.urania.cluster.variable.Scope;
import io.urania.cluster.variable.Variable;
import io.urania.cluster.variable.type.ScalarTypes;
import java.util.List;

/** The second DNS cache on every node, and where the caches' metrics are. */
public final class NodeLocalVariables {

    public static final Variable<Boolean> SECOND = variable("enable_nodelocaldns_secondary", ScalarTypes.truth())
            .scope(Scope.CONTROL_PLANE)
            .means("whether every node has a second DNS cache, which answers while the first is updated")
            .does("DaemonSet node-local-dns-second in namespace kube-system, where enable_nodelocaldns is true")
            .otherwise(false);

    public static final Variable<Integer> SECOND_HEALTH_PORT = variable(
                    "nodelocaldns_second_health_port", ScalarTypes.port())
            .scope(Scope.CONTROL_PLANE)
            .means("TCP port of the second cache's health check")
            .does("Corefile of the second cache: plugin health, and its probes")
            .otherwise(9256);

    public static final Variable<Integer> SECOND_METRICS_PORT = variable(
                    "nodelocaldns_secondary_prometheus_port", ScalarTypes.port())
            .scope(Scope.CONTROL_PLANE)
            .means("TCP port of the second cache's metrics")
            .does("Corefile of the second cache: plugin prometheus")
            .otherwise(9255);

    public static final Variable<Integer> SECOND_LINGER = variable(
                    "nodelocaldns_secondary_skew_seconds", ScalarTypes.integer(0, 600))
            .scope(Scope.CONTROL_PLANE)
            .means("seconds for which the second cache answers after it was told to stop")
            .does("Corefile of the second cache: lameduck of plugin health, and the pod's grace period")
            .otherwise(5);

    public static final Variable<Boolean> METRICS_ON_HOST = variable(
                    "nodelocaldns_bind_metrics_host_ip", ScalarTypes.truth())
            .scope(Scope.CONTROL_PLANE)
            .means("whether the caches serve their metrics on the node's own address")
            .does("Corefile of the caches: address of plugin prometheus")
            .otherwise(false, "false: on nodelocaldns_ip, which only the node reaches");

    public static final List<Variable<?>> ALL =
            List.of(SECOND, SECOND_HEALTH_PORT, SECOND_METRICS_PORT, SECOND_LINGER, METRICS_ON_HOST);

    private NodeLocalVariables() {}
}
