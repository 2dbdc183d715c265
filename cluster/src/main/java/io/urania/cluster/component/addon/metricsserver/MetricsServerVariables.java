package io.urania.cluster.component.addon.metricsserver;

import static io.urania.cluster.variable.Variable.variable;

import io.urania.cluster.value.GoDuration;
import io.urania.cluster.value.Quantity;
import io.urania.cluster.variable.Scope;
import io.urania.cluster.variable.Variable;
import io.urania.cluster.variable.type.ClusterTypes;
import io.urania.cluster.variable.type.ScalarTypes;
import io.urania.cluster.variable.type.SchedulingTypes;
import io.urania.cluster.variable.type.TreeType;
import io.urania.cluster.variable.type.VariableType;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** metrics-server's variables. */
final class MetricsServerVariables {

    private static final String ADDRESS_TYPE = "(?:InternalIP|ExternalIP|Hostname|InternalDNS|ExternalDNS)";
    private static final String ADDRESS_TYPES = ADDRESS_TYPE + "(?:," + ADDRESS_TYPE + ")*";
    private static final String FLAG = "flag of metrics-server, ";
    private static final String DEPLOYMENT = "metrics-server's Deployment: ";

    static final Variable<Boolean> ENABLED = variable("metrics_server_enabled", ScalarTypes.truth())
            .scope(Scope.CONTROL_PLANE)
            .means("metrics-server, for kubectl top")
            .does("metrics-server runs in namespace kube-system")
            .otherwise(false);

    static final Variable<Boolean> INSECURE_TLS = variable("metrics_server_kubelet_insecure_tls", ScalarTypes.truth())
            .scope(Scope.CONTROL_PLANE)
            .means("whether metrics-server skips verification of kubelet certificates")
            .does(FLAG + "--kubelet-insecure-tls")
            .otherwise(true);

    static final Variable<GoDuration> RESOLUTION = variable("metrics_server_metric_resolution", ClusterTypes.duration())
            .scope(Scope.CONTROL_PLANE)
            .means("interval between two scrapes of kubelets")
            .does(FLAG + "--metric-resolution")
            .otherwise(GoDuration.parse("15s").orElseThrow());

    static final Variable<String> PREFERRED_ADDRESS_TYPES = variable(
                    "metrics_server_kubelet_preferred_address_types",
                    ScalarTypes.parsed(
                            "a comma-separated list of InternalIP, ExternalIP, Hostname, InternalDNS, ExternalDNS",
                            text -> text.matches(ADDRESS_TYPES) ? Optional.of(text) : Optional.empty()))
            .scope(Scope.CONTROL_PLANE)
            .means("node address types that metrics-server uses, in order of preference")
            .does(FLAG + "--kubelet-preferred-address-types")
            .otherwise("InternalIP", "InternalIP");

    static final Variable<Integer> REPLICAS = of("metrics_server_replicas", ScalarTypes.integer(1, 100))
            .means("number of metrics-server's pods")
            .does(DEPLOYMENT + "replicas; more than one are spread over nodes")
            .otherwise(1);

    static final Variable<Integer> PORT = of("metrics_server_container_port", ScalarTypes.port())
            .means("TCP port on which metrics-server listens in its pod")
            .does(FLAG + "--secure-port")
            .otherwise(10250);

    static final Variable<Boolean> HOST_NETWORK = of("metrics_server_host_network", ScalarTypes.truth())
            .means("whether metrics-server uses the node's network")
            .does(DEPLOYMENT + "hostNetwork; it needs another metrics_server_container_port than the kubelet's 10250")
            .otherwise(false);

    static final Variable<Quantity> CPU_REQUEST = of("metrics_server_requests_cpu", ClusterTypes.quantity())
            .means("processor time that metrics-server requests")
            .does(DEPLOYMENT + "requests.cpu")
            .otherwise(new Quantity("50m"));

    static final Variable<Quantity> MEMORY_REQUEST = of("metrics_server_requests_memory", ClusterTypes.quantity())
            .means("memory that metrics-server requests")
            .does(DEPLOYMENT + "requests.memory")
            .otherwise(new Quantity("60Mi"));

    static final Variable<Quantity> CPU_LIMIT = of("metrics_server_limits_cpu", ClusterTypes.quantity())
            .means("most processor time that metrics-server gets")
            .does(DEPLOYMENT + "limits.cpu")
            .unlessSet("no limit");

    static final Variable<Quantity> MEMORY_LIMIT = of("metrics_server_limits_memory", ClusterTypes.quantity())
            .means("most memory that metrics-server gets")
            .does(DEPLOYMENT + "limits.memory")
            .unlessSet("no limit");

    static final Variable<Map<String, String>> NODE_SELECTOR = of(
                    "metrics_server_nodeselector", SchedulingTypes.nodeSelector())
            .means("labels of the nodes on which metrics-server runs")
            .does(DEPLOYMENT + "nodeSelector")
            .otherwise(Map.of(), "control plane hosts");

    static final Variable<List<Object>> TOLERATIONS = of(
                    "metrics_server_extra_tolerations", SchedulingTypes.tolerations())
            .means("further tolerations of metrics-server's pods")
            .does(DEPLOYMENT + "tolerations")
            .otherwise(List.of(), "none");

    static final Variable<Map<String, Object>> AFFINITY = of("metrics_server_extra_affinity", new TreeType())
            .means("affinity of metrics-server's pods")
            .does(DEPLOYMENT + "affinity")
            .otherwise(Map.of(), "none");

    static final List<Variable<?>> ALL = List.of(
            ENABLED,
            INSECURE_TLS,
            RESOLUTION,
            PREFERRED_ADDRESS_TYPES,
            REPLICAS,
            PORT,
            HOST_NETWORK,
            CPU_REQUEST,
            MEMORY_REQUEST,
            CPU_LIMIT,
            MEMORY_LIMIT,
            NODE_SELECTOR,
            TOLERATIONS,
            AFFINITY);

    private MetricsServerVariables() {}

    private static <T> Variable<T> of(String name, VariableType<T> type) {
        return variable(name, type).scope(Scope.CONTROL_PLANE);
    }
}
