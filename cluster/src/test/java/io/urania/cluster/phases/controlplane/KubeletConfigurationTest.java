package io.urania.cluster.phases.controlplane;

import static org.assertj.core.api.Assertions.assertThat;

import io.urania.cluster.Golden;
import io.urania.cluster.phases.ArticleRack;
import io.urania.cluster.phases.Systems;
import io.urania.cluster.spec.KubeletSpec;
import io.urania.cluster.spec.NodeSpec;
import io.urania.engine.fact.Facts;
import io.urania.engine.system.SystemFact.Cgroups;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class KubeletConfigurationTest {

    @TempDir
    Path directory;

    @ParameterizedTest
    @CsvSource({
        "v1.19.5, pandore, control-plane, V1",
        "v1.19.5, erato, worker, V2",
        "v1.36.3, pandore, control-plane, V1",
        "v1.36.3, pandore, control-plane, V2",
        "v1.36.3, erato, worker, V1",
        "v1.36.3, erato, worker, V2",
    })
    void fitsVersionRoleAndControlGroups(String kubernetes, String host, String role, Cgroups cgroups) {
        ArticleRack rack = rack(kubernetes);
        NodeSpec node = withoutDriver(rack.node(host));

        String text = new KubeletConfiguration(rack.deployment(), node).text(facts(cgroups));

        Golden.verify(getClass(), "kubelet-%s-%s-cgroup-%s.yaml".formatted(kubernetes, role, cgroups), text);
    }

    @ParameterizedTest
    @EnumSource(Cgroups.class)
    void keepsTheInventorysCgroupDriverOnEveryHost(Cgroups cgroups) {
        ArticleRack rack = rack("v1.36.3");

        assertThat(rack.file("erato", KubeletConfiguration.FILE, facts(cgroups)))
                .contains("cgroupDriver: cgroupfs\n");
    }

    @Test
    void letsPodsInheritTheTrueNameServersWhereSystemdResolvedAnswersForTheHost() {
        ArticleRack rack = rack("v1.36.3");
        Facts resolved = Systems.facts(Systems.rackHost(Cgroups.V2), "127.0.0.53", Optional.of("192.168.1.1"));

        assertThat(rack.file("erato", KubeletConfiguration.FILE, facts(Cgroups.V2)))
                .contains("resolvConf: /etc/resolv.conf\n");
        assertThat(rack.file("erato", KubeletConfiguration.FILE, resolved))
                .contains("resolvConf: /run/systemd/resolve/resolv.conf\n");
    }

    @Test
    void isRunByAUnitThatReadsIt() {
        ArticleRack rack = rack("v1.36.3");

        String unit = rack.file("erato", "/etc/systemd/system/kubelet.service", facts(Cgroups.V2));

        assertThat(unit).contains("--config=" + KubeletConfiguration.FILE);
        Golden.verify(getClass(), "kubelet.service", unit);
    }

    private ArticleRack rack(String kubernetes) {
        return ArticleRack.of(directory, "kube_version: " + kubernetes + "\nkube_proxy_mode: iptables\n");
    }

    private static Facts facts(Cgroups cgroups) {
        return Systems.facts(Systems.rackHost(cgroups));
    }

    /** The virtual rack's inventory names a driver; without, the host decides. */
    private static NodeSpec withoutDriver(NodeSpec node) {
        KubeletSpec kubelet = node.kubelet();
        KubeletSpec undecided = new KubeletSpec(
                Optional.empty(),
                kubelet.failSwapOn(),
                kubelet.systemReserved(),
                kubelet.kubeReserved(),
                kubelet.maxPods(),
                kubelet.logFiles(),
                kubelet.logFileSize(),
                kubelet.resolvConf(),
                kubelet.onlyWith(),
                kubelet.further());
        return new NodeSpec(
                node.host(),
                node.controlPlane(),
                node.runsPods(),
                node.labels(),
                node.taints(),
                undecided,
                node.sysctls());
    }
}
