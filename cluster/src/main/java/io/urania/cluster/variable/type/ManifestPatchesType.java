package io.urania.cluster.variable.type;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import io.urania.cluster.value.KubernetesProgram;
import io.urania.cluster.value.ManifestPatch;
import io.urania.inventory.value.MapValue;
import io.urania.inventory.value.Value;
import java.util.ArrayList;
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
        Gson gson = new GsonBuilder().disableHtmlEscaping().create();
        List<ManifestPatch> patches = new ArrayList<>();
        for (Object element : new TreesType().read(value)) {
            patches.add(patch((Map<?, ?>) element, gson));
        }
        return List.copyOf(patches);
    }

    /** Until Kubespray 2.26 the variable named a directory, and was off by default. */
    private static List<ManifestPatch> older(Map<String, Object> fields) throws UnfitValue {
        if (Boolean.parseBoolean(String.valueOf(fields.get("enabled")))) {
            throw unfit("names a directory of patches", "Urania reads patches from the inventory");
        }
        return List.of();
    }

    private static ManifestPatch patch(Map<?, ?> element, Gson gson) throws UnfitValue {
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
        return new ManifestPatch(program.get(), kind, gson.toJson(patch));
    }

    private static UnfitValue unfit(String what, String why) {
        return new UnfitValue(
                what,
                why,
                "write '- {target: kube-scheduler, type: strategic, patch: {metadata: {annotations: {example.com/name: value}}}}'");
    }
}
