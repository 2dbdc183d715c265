package io.urania.cluster.variable.rows;

import static io.urania.cluster.variable.Variable.variable;

import io.urania.cluster.value.HostVolume;
import io.urania.cluster.value.KubernetesProgram;
import io.urania.cluster.value.ManifestPatch;
import io.urania.cluster.variable.Scope;
import io.urania.cluster.variable.Variable;
import io.urania.cluster.variable.program.FeatureGates;
import io.urania.cluster.variable.type.CollectionTypes;
import io.urania.cluster.variable.type.ManifestPatchesType;
import io.urania.cluster.variable.type.VolumesType;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What kubeadm is told besides: its feature gates, and volumes and patches for the pods that it makes. */
public final class KubeadmVariables {

    public static final Variable<List<String>> FEATURE_GATES = variable(
                    "kubeadm_feature_gates", CollectionTypes.listOf(FeatureGates.type("NodeLocalCRISocket=true")))
            .scope(Scope.CONTROL_PLANE)
            .means("feature gates of kubeadm")
            .does("control plane: featureGates of kubeadm")
            .otherwise(List.of(), "none");

    private static final Variable<List<HostVolume>> API_SERVER = volumes("apiserver_extra_volumes", "kube-apiserver");
    private static final Variable<List<HostVolume>> CONTROLLER_MANAGER =
            volumes("controller_manager_extra_volumes", "kube-controller-manager");
    private static final Variable<List<HostVolume>> SCHEDULER = volumes("scheduler_extra_volumes", "kube-scheduler");

    public static final Variable<List<ManifestPatch>> PATCHES = variable("kubeadm_patches", new ManifestPatchesType())
            .since(22)
            .scope(Scope.CONTROL_PLANE)
            .means(
                    "changes to the manifests that kubeadm makes of kube-apiserver, kube-controller-manager and kube-scheduler")
            .does("control plane: files below /etc/kubernetes/patches, patches of kubeadm")
            .otherwise(List.of(), "none");

    public static final List<Variable<?>> ALL =
            List.of(FEATURE_GATES, API_SERVER, CONTROLLER_MANAGER, SCHEDULER, PATCHES);

    private KubeadmVariables() {}

    /** The variables with volumes of pods, by the programs in them. */
    public static Map<KubernetesProgram, Variable<List<HostVolume>>> volumes() {
        Map<KubernetesProgram, Variable<List<HostVolume>>> volumes = new EnumMap<>(KubernetesProgram.class);
        volumes.put(KubernetesProgram.API_SERVER, API_SERVER);
        volumes.put(KubernetesProgram.CONTROLLER_MANAGER, CONTROLLER_MANAGER);
        volumes.put(KubernetesProgram.SCHEDULER, SCHEDULER);
        return Collections.unmodifiableMap(volumes);
    }

    private static Variable<List<HostVolume>> volumes(String name, String program) {
        return variable(name, new VolumesType())
                .scope(Scope.CONTROL_PLANE)
                .means("files and directories of control plane hosts that " + program + " has besides")
                .does("control plane: extraVolumes of " + program)
                .otherwise(List.of(), "none");
    }
}
