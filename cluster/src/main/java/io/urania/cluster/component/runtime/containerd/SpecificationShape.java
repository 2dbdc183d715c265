package io.urania.cluster.component.runtime.containerd;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What kinds of values the specification of a container has (Open Container Initiative, runtime-spec/config.md and config-linux.md): with
 * another kind containerd reads nothing of it, and no container starts.
 */
final class SpecificationShape {

    private static final SortedMap<String, Class<?>> TOP = sorted(Map.of(
            "ociVersion", String.class,
            "process", Map.class,
            "root", Map.class,
            "mounts", List.class,
            "hooks", Map.class,
            "annotations", Map.class,
            "linux", Map.class));

    private static final SortedMap<String, Class<?>> PROCESS = sorted(Map.ofEntries(
            Map.entry("terminal", Boolean.class),
            Map.entry("user", Map.class),
            Map.entry("args", List.class),
            Map.entry("env", List.class),
            Map.entry("cwd", String.class),
            Map.entry("capabilities", Map.class),
            Map.entry("rlimits", List.class),
            Map.entry("noNewPrivileges", Boolean.class),
            Map.entry("apparmorProfile", String.class),
            Map.entry("oomScoreAdj", Number.class),
            Map.entry("selinuxLabel", String.class)));

    private static final SortedMap<String, Class<?>> LINUX = sorted(Map.ofEntries(
            Map.entry("uidMappings", List.class),
            Map.entry("gidMappings", List.class),
            Map.entry("sysctl", Map.class),
            Map.entry("resources", Map.class),
            Map.entry("cgroupsPath", String.class),
            Map.entry("namespaces", List.class),
            Map.entry("devices", List.class),
            Map.entry("seccomp", Map.class),
            Map.entry("rootfsPropagation", String.class),
            Map.entry("maskedPaths", List.class),
            Map.entry("readonlyPaths", List.class),
            Map.entry("mountLabel", String.class)));

    private SpecificationShape() {}

    /** What in a specification has another kind than it must have, as {@code process.rlimits is not a list}; empty if nothing has. */
    static Optional<String> wrong(Map<String, Object> specification) {
        return wrong("", specification, TOP)
                .or(() -> wrongBelow("process", specification, PROCESS))
                .or(() -> wrongBelow("linux", specification, LINUX));
    }

    private static Optional<String> wrongBelow(
            String field, Map<String, Object> specification, Map<String, Class<?>> kinds) {
        return specification.get(field) instanceof Map<?, ?> below
                ? wrong(field + ".", below, kinds)
                : Optional.empty();
    }

    private static Optional<String> wrong(String prefix, Map<?, ?> values, Map<String, Class<?>> kinds) {
        return kinds.entrySet().stream()
                .filter(kind -> values.containsKey(kind.getKey()))
                .filter(kind -> !kind.getValue().isInstance(values.get(kind.getKey())))
                .map(kind -> prefix + kind.getKey() + ", which is not " + words(kind.getValue()))
                .findFirst();
    }

    private static String words(Class<?> kind) {
        return kind == Map.class
                ? "a mapping"
                : kind == List.class
                        ? "a list"
                        : kind == Boolean.class ? "true or false" : kind == Number.class ? "a number" : "a text";
    }

    private static SortedMap<String, Class<?>> sorted(Map<String, Class<?>> kinds) {
        return new TreeMap<>(kinds);
    }
}
