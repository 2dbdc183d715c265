package io.urania.cluster.component.addon.metricsserver;

import static io.urania.cluster.variable.Variable.variable;

import io.urania.cluster.value.GoDuration;
import io.urania.cluster.variable.Scope;
import io.urania.cluster.variable.Variable;
import io.urania.cluster.variable.type.ClusterTypes;
import io.urania.cluster.variable.type.ScalarTypes;
import java.util.List;
import java.util.Optional;

/** metrics-server's variables. */
final class MetricsServerVariables {

    private static final String ADDRESS_TYPE = "(?:InternalIP|ExternalIP|Hostname|InternalDNS|ExternalDNS)";
    private static final String ADDRESS_TYPES = ADDRESS_TYPE + "(?:," + ADDRESS_TYPE + ")*";
    private static final String FLAG = "flag of metrics-server, ";

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
            .otherwise(GoDuration.parse("60s").orElseThrow());

    static final Variable<String> PREFERRED_ADDRESS_TYPES = variable(
                    "metrics_server_kubelet_preferred_address_types",
                    ScalarTypes.parsed(
                            "a comma-separated list of InternalIP, ExternalIP, Hostname, InternalDNS, ExternalDNS",
                            text -> text.matches(ADDRESS_TYPES) ? Optional.of(text) : Optional.empty()))
            .scope(Scope.CONTROL_PLANE)
            .means("node address types that metrics-server uses, in order of preference")
            .does(FLAG + "--kubelet-preferred-address-types")
            .otherwise("InternalIP", "InternalIP");

    static final List<Variable<?>> ALL = List.of(ENABLED, INSECURE_TLS, RESOLUTION, PREFERRED_ADDRESS_TYPES);

    private MetricsServerVariables() {}
}
