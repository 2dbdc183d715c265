package io.urania.cluster.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import io.urania.cluster.observation.ClusterFact;
import io.urania.cluster.phases.ArticleRack;
import io.urania.cluster.phases.FactsOf;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AppliedManifestTest {

    private static final String TASK = "manifest cni";

    @TempDir
    Path directory;

    /** It puts what has no namespace into {@code default}, and takes the namespace from what is of the whole cluster. */
    @Test
    void objectsAreFoundWhereTheApiServerHasPutThem() throws IOException {
        ArticleRack rack = rack();

        assertThat(isPlanned(rack, "ServiceAccount /own", "ServiceAccount default/own"))
                .isFalse();
        assertThat(isPlanned(rack, "ClusterRole own/own", "ClusterRole /own")).isFalse();
    }

    @Test
    void objectsOfAnotherNamespaceAreOthers() throws IOException {
        ArticleRack rack = rack();

        assertThat(isPlanned(rack, "ClusterRole own/own", "ClusterRole default/own"))
                .isTrue();
        assertThat(isPlanned(rack, "ServiceAccount /own", "ServiceAccount own/own"))
                .isTrue();
    }

    private ArticleRack rack() throws IOException {
        Path manifest = Files.writeString(directory.resolve("plugin.yaml"), """
                {apiVersion: v1, kind: ServiceAccount, metadata: {name: own}}
                ---
                {apiVersion: rbac.authorization.k8s.io/v1, kind: ClusterRole, metadata: {name: own, namespace: own}}
                """);
        return ArticleRack.of(
                directory, ArticleRack.NEWEST + "kube_network_plugin: cni\ncustom_cni_manifests: [" + manifest + "]\n");
    }

    /** Whether the manifest is applied again to a cluster that has one of its objects under another name. */
    private static boolean isPlanned(ArticleRack rack, String wanted, String there) {
        ClusterFact.Answering finished = FactsOf.finished(rack);
        SortedMap<String, String> objects = new TreeMap<>(finished.objects());
        String sum = objects.remove(wanted);
        assertThat(sum).as(wanted).isNotNull();
        objects.put(there, sum);
        FactsOf facts = FactsOf.finishedHosts(rack);
        rack.spec()
                .controlPlane()
                .forEach(node -> facts.cluster(
                        node, new ClusterFact.Answering(true, finished.authority(), finished.nodes(), objects)));
        return rack.plan(facts.book()).changes().stream()
                .anyMatch(change -> change.id().name().equals(TASK));
    }
}
