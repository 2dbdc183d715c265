package io.urania.cluster.phases.controlplane;

import io.urania.cluster.phase.GarbageCollection;
import io.urania.cluster.spec.ClusterSpec;
import io.urania.cluster.spec.NodeSpec;
import io.urania.cluster.value.KubernetesProgram;
import io.urania.cluster.value.ManifestPatch;
import io.urania.engine.batch.Payload;
import io.urania.engine.resource.file.TextFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Patches of the manifests that kubeadm makes. Their directory is named after their content: kubeadm applies every file that is in it, and
 * its configuration, which names it, is younger than the manifests as soon as a patch is another.
 *
 * @param patches in the order in which they are applied
 */
record ManifestPatches(List<ManifestPatch> patches) {

    private static final String DIRECTORY = "/etc/kubernetes/patches";
    private static final int DIGITS = 8;
    /** The first minor version whose kubeadm takes them from its configuration. */
    private static final int FIRST_MINOR = 22;

    /** Those of a control plane host: the inventory's come last, so that they can say otherwise. */
    static ManifestPatches of(ClusterSpec spec, NodeSpec node) {
        return new ManifestPatches(
                Stream.concat(garbageCollection(spec, node).stream(), spec.kubeadm().patches().stream())
                        .toList());
    }

    /** kubeadm's own configuration knows no environment before v1beta4, and none that differs by host. */
    private static Optional<ManifestPatch> garbageCollection(ClusterSpec spec, NodeSpec node) {
        return node.host()
                .garbageCollection()
                .filter(_ -> spec.kubernetes().minor() >= FIRST_MINOR)
                .map(percent -> new ManifestPatch(
                        KubernetesProgram.API_SERVER, "strategic", """
                        {"spec":{"containers":[{"name":"kube-apiserver","env":[{"name":"%s","value":"%d"}]}]}}""".formatted(GarbageCollection.NAME, percent)));
    }

    /** The files of a control plane host. */
    List<TextFile> files() {
        List<TextFile> files = new ArrayList<>();
        for (int i = 0; i < patches.size(); i++) {
            ManifestPatch patch = patches.get(i);
            // kubeadm takes them by target in the order of their names: target[suffix][+patchtype].extension.
            String name = "%s%03d+%s.json".formatted(patch.program().word(), i, patch.kind());
            files.add(TextFile.of(directory() + "/" + name, patch.text() + "\n"));
        }
        return List.copyOf(files);
    }

    /** Fields of kubeadm's InitConfiguration and JoinConfiguration; none without patches. */
    Map<String, Object> fields() {
        return patches.isEmpty() ? Map.of() : Map.of("patches", Map.of("directory", directory()));
    }

    private String directory() {
        String content = patches.stream().map(ManifestPatch::toString).collect(Collectors.joining("\n"));
        return DIRECTORY + "/" + Payload.text(content).sha256().substring(0, DIGITS);
    }
}
