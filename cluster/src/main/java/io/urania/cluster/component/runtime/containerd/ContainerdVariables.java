package io.urania.cluster.component.runtime.containerd;

import static io.urania.cluster.variable.Variable.variable;

import io.urania.cluster.value.Registry;
import io.urania.cluster.variable.Variable;
import io.urania.cluster.variable.type.ClusterTypes;
import io.urania.cluster.variable.type.PathTypes;
import io.urania.cluster.variable.type.RegistriesType;
import io.urania.cluster.variable.type.ScalarTypes;
import io.urania.cluster.variable.type.TomlType;
import io.urania.cluster.variable.type.TreeType;
import io.urania.cluster.variable.type.TreesType;
import io.urania.cluster.variable.type.VariableType;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** containerd's variables. */
final class ContainerdVariables {
    static final String FILE = "nodes: /etc/containerd/config.toml, ";
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

    static final Variable<List<Object>> ADDITIONAL_RUNTIMES = variable(
                    "containerd_additional_runtimes", new TreesType())
            .means(
                    "runtimes besides runc, for RuntimeClasses: name, type, options, base_runtime_spec; their programs are yours to install")
            .does(FILE + "runtimes of the CRI plugin")
            .otherwise(List.of(), "none");

    static final Variable<String> DEFAULT_RUNTIME = variable("containerd_default_runtime", RuntimeHandler.NAME)
            .means("the runtime of pods that name no RuntimeClass")
            .does(FILE + "default_runtime_name")
            .unlessSet("runc");

    static final Variable<Map<String, Object>> EXTRA = variable("containerd_extra_runtime_args", new TreeType())
            .means("further settings of containerd's CRI runtime plugin")
            .does(FILE + "[plugins.'io.containerd.cri.v1.runtime']")
            .otherwise(Map.of(), "none");

    static final Variable<Map<String, Object>> FILE_EXTRA = variable("containerd_extra_args", new TomlType())
            .means(
                    "further lines of containerd's configuration: keys and tables that Urania does not write, such as proxy_plugins")
            .does(FILE + "those keys and tables")
            .otherwise(Map.of(), "none");

    static final Variable<Integer> OPEN_FILES = variable(
                    "containerd_base_runtime_spec_rlimit_nofile", ScalarTypes.integer(1, 1_000_000_000))
            .means("files that a process of a container may have open")
            .does("nodes: " + BaseSpecs.path(BaseSpecs.RUNCS) + ", RLIMIT_NOFILE")
            .unlessSet("as systemd has it for containerd");

    static final Variable<Map<String, Object>> BASE_SPEC_PATCH = variable(
                    "containerd_default_base_runtime_spec_patch", new TreeType())
            .means("what containers of runc begin with, where it differs from containerd's own specification")
            .does("nodes: " + BaseSpecs.path(BaseSpecs.RUNCS))
            .otherwise(Map.of(), "none");

    static final Variable<Map<String, Object>> BASE_SPECS = variable("containerd_base_runtime_specs", new TreeType())
            .means(
                    "OCI specifications that containers begin with, by the names of files, for base_runtime_spec of runtimes")
            .does("nodes: these files in /etc/containerd")
            .otherwise(Map.of(), "none");

    /** Those of the main file of its configuration. */
    static final List<Variable<?>> CONFIGURATION = Stream.of(
                    List.<Variable<?>>of(
                            STORAGE_DIRECTORY,
                            STATE_DIRECTORY,
                            MAX_RECEIVE_MESSAGE_SIZE,
                            MAX_SEND_MESSAGE_SIZE,
                            DEBUG_LEVEL,
                            METRICS_ADDRESS,
                            METRICS_HISTOGRAM,
                            MAX_CONTAINER_LOG_LINE_SIZE,
                            ADDITIONAL_RUNTIMES,
                            DEFAULT_RUNTIME,
                            EXTRA,
                            FILE_EXTRA),
                    ContainerdSettings.variables(),
                    ContainerdTracing.VARIABLES)
            .flatMap(List::stream)
            .toList();

    /** Those of the files that containers begin with. */
    static final List<Variable<?>> SPECIFICATIONS = List.of(OPEN_FILES, BASE_SPEC_PATCH, BASE_SPECS);

    static final List<Variable<?>> ALL = Stream.of(
                    CONFIGURATION,
                    List.<Variable<?>>of(REGISTRIES, INSECURE_REGISTRIES),
                    SPECIFICATIONS,
                    ContainerdLimits.VARIABLES)
            .flatMap(List::stream)
            .toList();

    private ContainerdVariables() {}

    private static VariableType<String> logLevel() {
        List<String> levels = List.of("", "trace", "debug", "info", "warn", "error", "fatal", "panic");
        return ScalarTypes.parsed(
                "trace, debug, info, warn, error, fatal, panic or nothing",
                text -> levels.stream().filter(text::equals).findFirst());
    }
}
