package io.urania.cluster.component.runtime.containerd;

import static org.assertj.core.api.Assertions.assertThat;

import io.urania.artifacts.version.PackageOrigin;
import io.urania.cluster.Golden;
import io.urania.cluster.phases.ArticleRack;
import io.urania.cluster.phases.Systems;
import io.urania.engine.fact.Facts;
import io.urania.engine.system.SystemFact.Cgroups;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContainerdTest {
    private static final String CONFIGURATION = "/etc/containerd/config.toml";

    @TempDir
    Path directory;

    @Test
    void configuresContainerd1InFormat2() {
        ArticleRack rack = ArticleRack.of(directory, ArticleRack.ARTICLES_OWN);

        Golden.verify(getClass(), "config-format-2.toml", rack.file("erato", CONFIGURATION, rackHost(Cgroups.V1)));
    }

    @Test
    void configuresContainerd2InFormat3() {
        ArticleRack rack = ArticleRack.of(directory, ArticleRack.NEWEST);

        Golden.verify(getClass(), "config-format-3.toml", rack.file("erato", CONFIGURATION, rackHost(Cgroups.V1)));
    }

    @ParameterizedTest
    @CsvSource({"v1.19.5", "v1.36.3"})
    void restrictsTheScoreOnlyWhereTheHostMayNotLowerIt(String kubernetes) {
        ArticleRack rack = ArticleRack.of(directory, "kube_version: " + kubernetes + "\nkube_proxy_mode: iptables\n");

        assertThat(rack.file("erato", CONFIGURATION, rackHost(Cgroups.V2))).contains("restrict_oom_score_adj = true");
        assertThat(rack.file("erato", CONFIGURATION, Systems.facts(Systems.raspberryPi(4))))
                .contains("restrict_oom_score_adj = false");
    }

    @ParameterizedTest
    @CsvSource({"cgroupfs, false", "systemd, true"})
    void agreesWithTheKubeletOnControlGroups(String driver, boolean systemd) {
        ArticleRack rack = ArticleRack.of(directory, ArticleRack.NEWEST + "kubelet_cgroup_driver: " + driver + "\n");

        assertThat(rack.file("erato", CONFIGURATION, rackHost(Cgroups.V2))).contains("SystemdCgroup = " + systemd);
        assertThat(rack.file("erato", "/etc/kubernetes/kubelet.yaml", rackHost(Cgroups.V2)))
                .contains("cgroupDriver: " + driver);
    }

    @ParameterizedTest
    @CsvSource({
        "docker.io, docker.io.toml",
        "katello, katello.toml",
        "registry.registry.svc.cluster.local:5000, registry-in-the-cluster.toml",
    })
    void namesTheMirrorOfEveryRegistryOfTheArticle(String registry, String golden) {
        ArticleRack rack = ArticleRack.of(directory, ArticleRack.NEWEST);

        String path = "/etc/containerd/certs.d/" + registry + "/hosts.toml";

        Golden.verify(getClass(), golden, rack.file("pandore", path, rackHost(Cgroups.V2)));
    }

    @Test
    void placesItsUnit() {
        ArticleRack rack = ArticleRack.of(directory, ArticleRack.NEWEST);

        Golden.verify(
                getClass(),
                "containerd.service",
                rack.file("erato", "/etc/systemd/system/containerd.service", rackHost(Cgroups.V2)));
    }

    @Test
    void leavesUnitAndProgramsOfTheDistributionsContainerdAlone() {
        ArticleRack rack = ArticleRack.of(directory, ArticleRack.ARTICLES_OWN);

        assertThat(rack.deployment().versions().containerd().origin()).isEqualTo(PackageOrigin.DEBIAN);
        assertThat(rack.tasks())
                .extracting(task -> task.id().name())
                .contains("packages for containers", "program /usr/local/bin/crictl")
                .doesNotContain(
                        "file /etc/systemd/system/containerd.service",
                        "program /usr/local/bin/containerd",
                        "program /usr/local/bin/ctr");
    }

    private static Facts rackHost(Cgroups cgroups) {
        return Systems.facts(Systems.rackHost(cgroups));
    }
}
