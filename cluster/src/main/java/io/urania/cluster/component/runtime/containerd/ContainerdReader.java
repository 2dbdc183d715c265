package io.urania.cluster.component.runtime.containerd;

import io.urania.cluster.reader.source.Source;
import io.urania.cluster.value.Registry;
import io.urania.cluster.variable.Variable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Reads containerd's settings. */
final class ContainerdReader {

    private static final String FILE_NAME = "[a-z0-9][a-z0-9._-]*\\.json";
    private static final String TYPE = "io\\.containerd\\.[a-z0-9.-]+\\.v[0-9]|/[A-Za-z0-9/._-]+";

    /** What Urania writes at the top of the file. */
    private static final Set<String> OURS =
            Set.of("version", "root", "state", "grpc", "debug", "metrics", "plugins", "oom_score");

    /** What else containerd has there, and what each is (containerd docs/man/containerd-config.toml.5.md). */
    private static final SortedMap<String, Class<?>> FURTHER = new TreeMap<>(Map.of(
            "cgroup", Map.class,
            "disabled_plugins", List.class,
            "imports", List.class,
            "plugin_dir", String.class,
            "proxy_plugins", Map.class,
            "required_plugins", List.class,
            "stream_processors", Map.class,
            "temp", String.class,
            "timeouts", Map.class,
            "ttrpc", Map.class));

    /** The plugins that make up CRI, of containerd 1 and 2 (containerd docs/cri/config.md); "cri" is what their packages disable. */
    private static final Set<String> KUBELETS =
            Set.of("cri", "io.containerd.grpc.v1.cri", "io.containerd.cri.v1.images", "io.containerd.cri.v1.runtime");

    private final Source source;

    ContainerdReader(Source source) {
        this.source = source;
    }

    ContainerdSpec read() {
        Map<String, Registry> registries = new LinkedHashMap<>(source.get(ContainerdVariables.REGISTRIES));
        registries.putAll(source.get(ContainerdVariables.INSECURE_REGISTRIES));
        Map<String, String> baseSpecs = baseSpecs();
        List<RuntimeHandler> runtimes = runtimes(baseSpecs);
        return new ContainerdSpec(
                source.get(ContainerdVariables.MAX_RECEIVE_MESSAGE_SIZE),
                source.get(ContainerdVariables.MAX_SEND_MESSAGE_SIZE),
                source.get(ContainerdVariables.DEBUG_LEVEL),
                registries,
                source.get(ContainerdVariables.MAX_CONTAINER_LOG_LINE_SIZE),
                source.get(ContainerdVariables.METRICS_ADDRESS),
                source.get(ContainerdVariables.METRICS_HISTOGRAM),
                source.get(ContainerdVariables.STORAGE_DIRECTORY),
                source.get(ContainerdVariables.STATE_DIRECTORY),
                runtimes,
                fields(runtimes),
                baseSpecs,
                ContainerdLimits.read(source));
    }

    private Map<Field, Object> fields(List<RuntimeHandler> runtimes) {
        Map<Field, Object> fields = new LinkedHashMap<>();
        defaultRuntime(runtimes).ifPresent(name -> fields.put(new Field(Table.RUNTIMES, "default_runtime_name"), name));
        source.get(ContainerdVariables.EXTRA).forEach((key, value) -> {
            if (key.equals("containerd") || key.equals("cni")) {
                refused(ContainerdVariables.EXTRA, "sets " + key, "Urania writes this table itself", "remove the line");
            } else {
                fields.put(new Field(Table.RUNTIME, key), value);
            }
        });
        ContainerdSettings.ALL.forEach(setting -> put(setting, fields));
        fields.putAll(ContainerdTracing.read(source));
        source.get(ContainerdVariables.FILE_EXTRA).forEach((key, value) -> putAtTop(key, value, fields));
        return fields;
    }

    private void putAtTop(String key, Object value, Map<Field, Object> fields) {
        Class<?> kind = FURTHER.get(key);
        if (OURS.contains(key)) {
            refused(
                    ContainerdVariables.FILE_EXTRA,
                    "sets " + key,
                    "Urania writes it itself",
                    key.equals("plugins")
                            ? "set containerd_extra_runtime_args, for its CRI plugin"
                            : "remove it; docs/variables.md has variables for some of it");
        } else if (kind == null || !kind.isInstance(value)) {
            refused(
                    ContainerdVariables.FILE_EXTRA,
                    "sets " + key + (kind == null ? "" : " to something else than " + words(kind)),
                    "containerd would not start, or would not know it",
                    "it knows " + String.join(", ", FURTHER.keySet()) + " (containerd-config.toml(5))");
        } else if (value instanceof List<?> plugins
                && key.equals("disabled_plugins")
                && plugins.stream().anyMatch(KUBELETS::contains)) {
            refused(
                    ContainerdVariables.FILE_EXTRA,
                    "disables the CRI plugin",
                    "it is what the kubelet talks to: no container would start",
                    "remove "
                            + String.join(
                                    ", ",
                                    plugins.stream()
                                            .map(Object::toString)
                                            .filter(KUBELETS::contains)
                                            .toList())
                            + " from disabled_plugins");
        } else {
            fields.put(new Field(Table.TOP, key), value);
        }
    }

    private <T> void put(ContainerdSetting<T> setting, Map<Field, Object> fields) {
        source.find(setting.variable())
                .ifPresent(
                        value -> fields.put(setting.field(), setting.written().apply(value)));
    }

    private Optional<String> defaultRuntime(List<RuntimeHandler> runtimes) {
        Optional<String> name = source.find(ContainerdVariables.DEFAULT_RUNTIME);
        List<String> names = runtimes.stream().map(RuntimeHandler::name).toList();
        name.filter(wanted -> !names.contains(wanted))
                .ifPresent(unknown -> refused(
                        ContainerdVariables.DEFAULT_RUNTIME,
                        "is " + unknown,
                        "containerd has only " + String.join(", ", names),
                        "add it to containerd_additional_runtimes, or write runc"));
        return name;
    }

    private Map<String, String> baseSpecs() {
        Map<String, String> files = new LinkedHashMap<>();
        Optional<Integer> openFiles = source.find(ContainerdVariables.OPEN_FILES);
        Map<String, Object> patch = source.get(ContainerdVariables.BASE_SPEC_PATCH);
        refuse(ContainerdVariables.BASE_SPEC_PATCH, patch);
        if (openFiles.isPresent() || !patch.isEmpty()) {
            Map<String, Object> limited = openFiles
                    .map(limit -> BaseSpecs.combined(BaseSpecs.usual(), BaseSpecs.openFiles(limit)))
                    .orElseGet(BaseSpecs::usual);
            files.put(BaseSpecs.RUNCS, BaseSpecs.text(BaseSpecs.combined(limited, patch)));
        }
        source.get(ContainerdVariables.BASE_SPECS).forEach((name, specification) -> {
            if (name.matches(FILE_NAME) && specification instanceof Map<?, ?> tree) {
                Map<String, Object> written = new LinkedHashMap<>();
                tree.forEach((key, value) -> written.put(key.toString(), value));
                refuse(ContainerdVariables.BASE_SPECS, written);
                files.put(name, BaseSpecs.text(written));
            } else {
                refused(
                        ContainerdVariables.BASE_SPECS,
                        "has '" + name + "', which cannot be used",
                        "it accepts names of files that end with .json, each with a specification as a mapping",
                        "correct the line, or remove it");
            }
        });
        return files;
    }

    private void refuse(Variable<?> variable, Map<String, Object> specification) {
        SpecificationShape.wrong(specification)
                .ifPresent(wrong -> refused(
                        variable,
                        "has " + wrong,
                        "containerd could not read the specification, and no container would start",
                        "correct it (https://github.com/opencontainers/runtime-spec/blob/main/config.md)"));
        Stream.of("hostname", "domainname")
                .filter(specification::containsKey)
                .forEach(key -> refused(
                        variable,
                        "sets " + key,
                        "pods of the host's network, such as flannel's, would rename the host",
                        "remove the line; a pod may have its own: spec.hostname"));
    }

    private List<RuntimeHandler> runtimes(Map<String, String> baseSpecs) {
        List<RuntimeHandler> runtimes = new ArrayList<>();
        runtimes.add(RuntimeHandler.runc(Optional.of(BaseSpecs.RUNCS).filter(baseSpecs::containsKey)));
        for (Object element : source.get(ContainerdVariables.ADDITIONAL_RUNTIMES)) {
            runtime((Map<?, ?>) element, baseSpecs)
                    .filter(runtime -> isNew(runtime.name(), runtimes))
                    .ifPresent(runtimes::add);
        }
        return runtimes;
    }

    private boolean isNew(String name, List<RuntimeHandler> runtimes) {
        boolean known = runtimes.stream().anyMatch(runtime -> runtime.name().equals(name));
        if (known) {
            unfit("has " + name + " twice", "each runtime has a name of its own; runc is always there");
        }
        return !known;
    }

    private Optional<RuntimeHandler> runtime(Map<?, ?> element, Map<String, String> baseSpecs) {
        String name = text(element, "name");
        String type = text(element, "type");
        Optional<String> baseSpec =
                Optional.of(text(element, "base_runtime_spec")).filter(file -> !file.isEmpty());
        if (!RuntimeHandler.isName(name)) {
            unfit(
                    "has a runtime with the name '" + name + "'",
                    "RuntimeClasses have names of lower case letters, digits and -");
        } else if (!type.matches(TYPE)) {
            unfit(
                    "has " + name + " with the type '" + type + "'",
                    "a type is the name of a shim, such as " + RuntimeHandler.RUNC_TYPE + ", or its path");
        } else if (baseSpec.filter(file -> !baseSpecs.containsKey(file)).isPresent()) {
            unfit(
                    "has " + name + " with base_runtime_spec " + baseSpec.orElseThrow(),
                    "containerd_base_runtime_specs has no such file");
        } else {
            return Optional.of(new RuntimeHandler(name, type, baseSpec, options(element)));
        }
        return Optional.empty();
    }

    private static String text(Map<?, ?> element, String key) {
        Object value = element.get(key);
        return value == null ? "" : value.toString();
    }

    /** Kubespray's examples write truth as text, in quotes; what they mean is what containerd needs. */
    private static Map<String, Object> options(Map<?, ?> element) {
        Map<String, Object> options = new LinkedHashMap<>();
        if (element.get("options") instanceof Map<?, ?> written) {
            written.forEach((option, value) -> options.put(
                    option.toString(),
                    value.equals("true") || value.equals("false") ? Boolean.valueOf(value.toString()) : value));
        }
        return options;
    }

    private void unfit(String what, String why) {
        refused(
                ContainerdVariables.ADDITIONAL_RUNTIMES,
                what,
                why,
                "write '- {name: kata, type: io.containerd.kata.v2}'");
    }

    private static String words(Class<?> kind) {
        return kind == Map.class ? "a table" : kind == List.class ? "a list" : "a text";
    }

    private void refused(Variable<?> variable, String what, String why, String remedy) {
        source.error(source.position(variable), variable.name() + " " + what, why, remedy);
    }
}
