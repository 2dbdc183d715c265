package io.urania.cluster.phases.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.urania.cluster.phases.ArticleRack;
import io.urania.engine.plan.Lane;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NodeImagesTest {

    @TempDir
    Path directory;

    @Test
    void everyNodeGetsWhatItsRoleRunsAndNothingElse() {
        ArticleRack rack = ArticleRack.of(directory, ArticleRack.NEWEST);

        assertThat(images(rack, "erato")).containsExactly("pause", "kube-proxy", "flannel", "coredns", "urania-probe");
        assertThat(images(rack, "hellenes"))
                .containsExactly(
                        "pause",
                        "kube-apiserver",
                        "kube-controller-manager",
                        "kube-scheduler",
                        "kube-proxy",
                        "flannel",
                        "coredns",
                        "metrics-server",
                        "urania-probe");
        assertThat(images(rack, "balancer")).isEmpty();
    }

    @Test
    void workersWithoutNodeLocalCacheNeedNoDnsServer() {
        ArticleRack rack = ArticleRack.of(directory, ArticleRack.NEWEST + "enable_nodelocaldns: false\n");

        assertThat(images(rack, "erato")).doesNotContain("coredns");
    }

    private static List<String> images(ArticleRack rack, String host) {
        return rack.tasks().stream()
                .filter(task -> task.lane() == Lane.IMAGES && task.id().host().equals(ArticleRack.host(host)))
                .map(task -> task.id().name())
                .map(name -> name.substring(name.lastIndexOf('/') + 1, name.lastIndexOf(':')))
                .toList();
    }
}
