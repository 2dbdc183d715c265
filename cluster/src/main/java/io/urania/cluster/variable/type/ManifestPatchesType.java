package io.urania.cluster.variable.type;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import io.urania.cluster.value.KubernetesProgram;
import io.urania.cluster.value.ManifestPatch;
import io.urania.inventory.value.MapValue;
import io.urania.inventory.value.Value;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** Patches of kubeadm's manifests: a list of target, type and patch, as Kubespray has it since 2.27. */
public record ManifestPatchesType() implements VariableType<List<ManifestPatch>> {

    private static final String STRATEGIC = "strategic";
    private static final String JSON = "json";
    private static final List<String> OLDER = List.of("enabled", "source_dir", "dest_dir");
    private static final List<String> KEYS = List.of("target", "type", "patch");
    private static final List<String> OPERATIONS = List.of("add", "remove", "replace", "move", "copy", "test");
    private static final List<String> KINDS = List.of(STRATEGIC, "merge", JSON);

    /** Targets of kubeadm's that are not its to patch here, and what to set instead. */
    private static final Map<String, String> OTHERS = Map.of(
            "etcd", "set etcd_extra_vars",
            "kubeletconfiguration", "set kubelet_config_extra_args",
            "corednsdeployment", "set the variables of CoreDNS");

    @Override
    public String description() {
        return "a list of patches, each with target, type and patch";
    }

    @Override
    public Shape shape() {
        return new Shape.Anything();
    }

    @Override
    public List<ManifestPatch> read(Value value) throws UnfitValue {
        if (value instanceof MapValue map) {
            return older(new TreeType(true).read(map));
        }
        // In a patch, nothing is the value by which a field goes (RFC 7386).
        Gson gson = new GsonBuilder().disableHtmlEscaping().serializeNulls().create();
        return UnfitValue.readEach(new TreesType(true).read(value), (_, element) -> patch((Map<?, ?>) element, gson));
    }

    /** Until Kubespray 2.26 the variable named a directory, and was off by default. */
    private static List<ManifestPatch> older(Map<String, Object> fields) throws UnfitValue {
        if (!fields.isEmpty() && (!fields.containsKey("enabled") || !OLDER.containsAll(fields.keySet()))) {
            throw unfit("is a mapping", "it accepts a list of patches");
        }
        if (Boolean.parseBoolean(String.valueOf(fields.get("enabled")))) {
            throw unfit("names a directory of patches", "Urania reads patches from the inventory");
        }
        return List.of();
    }

    private static ManifestPatch patch(Map<?, ?> element, Gson gson) throws UnfitValue {
        for (Object key : element.keySet()) {
            if (!KEYS.contains(key.toString())) {
                throw unfit("has a patch with the key '" + key + "'", "a patch has " + String.join(", ", KEYS));
            }
        }
        String target = Objects.toString(element.get("target"), "");
        if (OTHERS.containsKey(target)) {
            throw new UnfitValue(
                    "has the target " + target,
                    "it is not made by kubeadm here",
                    Objects.requireNonNull(OTHERS.get(target)));
        }
        Optional<KubernetesProgram> program = Arrays.stream(KubernetesProgram.values())
                .filter(one -> one.word().equals(target))
                .findFirst();
        String kind = Objects.toString(element.get("type"), STRATEGIC);
        Object patch = element.get("patch");
        if (program.isEmpty()) {
            throw unfit(
                    "has the target '" + target + "'",
                    "targets are "
                            + Arrays.stream(KubernetesProgram.values())
                                    .map(KubernetesProgram::word)
                                    .collect(Collectors.joining(", ")));
        }
        if (!KINDS.contains(kind)) {
            throw unfit("has a patch of type '" + kind + "'", "types are " + String.join(", ", KINDS));
        }
        if (kind.equals(JSON) ? !(patch instanceof List<?>) : !(patch instanceof Map<?, ?>)) {
            throw unfit(
                    "has a patch of " + target + " that does not fit its type",
                    "a patch of type json is a list of operations, all others are mappings");
        }
        if (patch instanceof List<?> operations) {
            for (Object operation : operations) {
                check(operation, target);
            }
        }
        return new ManifestPatch(program.get(), kind, gson.toJson(patch));
    }

    /** RFC 6902, section 4, and of paths RFC 6901, section 3. */
    private static void check(Object operation, String target) throws UnfitValue {
        if (!(operation instanceof Map<?, ?> fields) || !OPERATIONS.contains(String.valueOf(fields.get("op")))) {
            throw unfit(
                    "has a patch of " + target + " with an operation that is none",
                    "op is " + String.join(", ", OPERATIONS));
        }
        if (!String.valueOf(fields.get("path")).matches("(?:/(?:[^~]|~[01])*)+")) {
            throw unfit(
                    "has a patch of " + target + " with the path '" + fields.get("path") + "'",
                    "paths begin with /, and ~ stands there as ~0, / as ~1");
        }
    }

    private static UnfitValue unfit(String what, String why) {
        return new UnfitValue(
                what,
                why,
                "write '- {target: kube-scheduler, type: strategic, patch: {metadata: {annotations: {example.com/name: value}}}}'");
    }
}
