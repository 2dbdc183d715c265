package io.urania.cluster.component.runtime.containerd;

import static io.urania.cluster.variable.Variable.laterList;
import static io.urania.cluster.variable.Variable.variable;

import io.urania.cluster.value.Registry;
import io.urania.cluster.variable.Variable;
import io.urania.cluster.variable.type.ClusterTypes;
import io.urania.cluster.variable.type.PathTypes;
import io.urania.cluster.variable.type.RegistriesType;
import io.urania.cluster.variable.type.ScalarTypes;
import io.urania.cluster.variable.type.VariableType;
import java.util.List;
import java.util.Map;

/** containerd's variables. */
final class ContainerdVariables {
    private static final String FILE = "nodes: /etc/containerd/config.toml, ";
    private static final int SIXTEEN_MEBIBYTES = 16 * 1024 * 1024;

    static final Variable<Integer> MAX_RECEIVE_MESSAGE_SIZE = variable(
                    "containerd_config.grpc.max_recv_message_size", ScalarTypes.integer(1, Integer.MAX_VALUE))
            .alsoNamed("containerd_grpc_max_recv_message_size")
            .means("maximum bytes of a message that containerd receives")
            .does(FILE + "[grpc] max_recv_message_size")
            .otherwise(SIXTEEN_MEBIBYTES);

    static final Variable<Integer> MAX_SEND_MESSAGE_SIZE = variable(
                    "containerd_config.grpc.max_send_message_size", ScalarTypes.integer(1, Integer.MAX_VALUE))
            .alsoNamed("containerd_grpc_max_send_message_size")
            .means("maximum bytes of a message that containerd sends")
            .does(FILE + "[grpc] max_send_message_size")
            .otherwise(SIXTEEN_MEBIBYTES);

    static final Variable<String> DEBUG_LEVEL = variable("containerd_config.debug.level", logLevel())
            .alsoNamed("containerd_debug_level")
            .means("log level of containerd")
            .does(FILE + "[debug] level")
            .otherwise("", "\"\", containerd's own: info");

    static final Variable<Map<String, Registry>> REGISTRIES = variable(
                    "containerd_config.registries", new RegistriesType(true))
            .alsoNamed("containerd_registries", "containerd_registries_mirrors")
            .means("mirrors of each registry")
            .does(
                    "nodes: where containerd pulls the images of a registry from: /etc/containerd/certs.d/REGISTRY/hosts.toml")
            .otherwise(
                    Map.of("docker.io", Registry.at(List.of("https://registry-1.docker.io"))),
                    "docker.io: https://registry-1.docker.io");

    static final Variable<Map<String, Registry>> INSECURE_REGISTRIES = variable(
                    "containerd_insecure_registries", new RegistriesType(false))
            .means("mirrors of registries whose certificates are not verified")
            .does("nodes: skip_verify in /etc/containerd/certs.d/REGISTRY/hosts.toml, besides the registries above")
            .otherwise(Map.of(), "none");

    static final Variable<Integer> MAX_CONTAINER_LOG_LINE_SIZE = variable(
                    "containerd_config.max_container_log_line_size", ScalarTypes.integer(-1, Integer.MAX_VALUE))
            .alsoNamed("containerd_max_container_log_line_size")
            .means("maximum bytes of a container log line before it is split; -1 for never")
            .does(FILE + "max_container_log_line_size of the CRI plugin")
            .otherwise(-1);

    static final Variable<String> METRICS_ADDRESS = variable(
                    "containerd_config.metrics.address", ClusterTypes.listener())
            .alsoNamed("containerd_metrics_address")
            .means("host:port at which containerd serves metrics")
            .does(FILE + "[metrics] address")
            .otherwise("", "\"\", none");

    static final Variable<Boolean> METRICS_HISTOGRAM = variable(
                    "containerd_config.metrics.grpc_histogram", ScalarTypes.truth())
            .alsoNamed("containerd_metrics_grpc_histogram")
            .means("whether the metrics have histograms of gRPC calls")
            .does(FILE + "[metrics] grpc_histogram")
            .otherwise(false);

    static final Variable<String> STORAGE_DIRECTORY = variable(
                    "containerd_storage_dir", PathTypes.ownDirectory("/var/lib/containerd"))
            .alsoNamed("containerd_metadata_root_dir")
            .means("where images and snapshots are stored")
            .does(FILE + "root")
            .otherwise("/var/lib/containerd");

    static final Variable<String> STATE_DIRECTORY = variable(
                    "containerd_state_dir", PathTypes.stateDirectory("/run/containerd"))
            .means("where sockets and the state of running containers are")
            .does(FILE + "state")
            .otherwise("/run/containerd");

    /** Those of the main file of its configuration. */
    static final List<Variable<?>> CONFIGURATION = List.of(
            STORAGE_DIRECTORY,
            STATE_DIRECTORY,
            MAX_RECEIVE_MESSAGE_SIZE,
            MAX_SEND_MESSAGE_SIZE,
            DEBUG_LEVEL,
            METRICS_ADDRESS,
            METRICS_HISTOGRAM,
            MAX_CONTAINER_LOG_LINE_SIZE);

    static final List<Variable<?>> ALL = List.of(
            MAX_RECEIVE_MESSAGE_SIZE,
            MAX_SEND_MESSAGE_SIZE,
            DEBUG_LEVEL,
            REGISTRIES,
            INSECURE_REGISTRIES,
            MAX_CONTAINER_LOG_LINE_SIZE,
            METRICS_ADDRESS,
            METRICS_HISTOGRAM,
            STORAGE_DIRECTORY,
            STATE_DIRECTORY,
            laterList("containerd_additional_runtimes", "additional containerd runtimes", "runc is the only runtime"));

    private ContainerdVariables() {}

    private static VariableType<String> logLevel() {
        List<String> levels = List.of("", "trace", "debug", "info", "warn", "error", "fatal", "panic");
        return ScalarTypes.parsed(
                "trace, debug, info, warn, error, fatal, panic or nothing",
                text -> levels.stream().filter(text::equals).findFirst());
    }
}
