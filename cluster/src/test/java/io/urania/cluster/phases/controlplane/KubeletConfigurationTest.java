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

    @ParameterizedTest
    @CsvSource({"1, 96Mi", "2, 128Mi", "4, 256Mi", "8, 512Mi", "64, 512Mi"})
    void reservesWhatFitsTheMachine(int gibibytes, String memory) {
        ArticleRack rack = rack("v1.36.3");

        assertThat(rack.file("erato", KubeletConfiguration.FILE, Systems.facts(Systems.raspberryPi(gibibytes))))
                .contains("kubeReserved:\n  cpu: 100m\n  ephemeral-storage: 500Mi\n  memory: " + memory
                        + "\n  pid: '1000'\n");
    }

    @Test
    void reservesWhatTheInventorySays() {
        assertThat(configuration("kube_reserved: false\n")).doesNotContain("kubeReserved");
        assertThat(configuration("""
                        kube_reserved: true
                        kube_pid_reserved: 500
                        kube_ephemeral_storage_reserved: 1Gi
                        system_reserved: true
                        system_reserved_cgroups: /system.slice
                        kubelet_enforce_node_allocatable: pods,system-reserved
                        """))
                .contains("pid: '500'", "ephemeral-storage: 1Gi", "systemReservedCgroup: /system.slice")
                .contains("enforceNodeAllocatable:\n- pods\n- system-reserved\n");
        assertThat(configuration("kubelet_enforce_node_allocatable: '\"\"'\n"))
                .doesNotContain("enforceNodeAllocatable");
    }

    @Test
    void waitsForPodsAtAShutdownUnlessTheInventorySaysOtherwise() {
        assertThat(configuration("")).contains("shutdownGracePeriod: 60s\nshutdownGracePeriodCriticalPods: 20s\n");
        assertThat(configuration("kubelet_shutdown_grace_period: 10s\n"))
                .contains("shutdownGracePeriod: 10s\n")
                .doesNotContain("shutdownGracePeriodCriticalPods");
        assertThat(rack("v1.19.5").file("erato", KubeletConfiguration.FILE, facts(Cgroups.V2)))
                .doesNotContain("shutdownGracePeriod");
    }

    @Test
    void sendsTracesIfTheInventorySaysSo() {
        assertThat(configuration("kubelet_tracing: true\nkubelet_tracing_endpoint: traces.example.com:4317\n"))
                .contains("tracing:\n  endpoint: traces.example.com:4317\n  samplingRatePerMillion: 100\n");
    }

    @Test
    void theUnitStartsWhatTheInventoryWants() {
        ArticleRack rack = ArticleRack.of(
                directory, ArticleRack.NEWEST + "kubelet_systemd_wants_dependencies: [rpc-statd.service]\n");

        assertThat(rack.file("erato", "/etc/systemd/system/kubelet.service", facts(Cgroups.V2)))
                .contains("\nWants=rpc-statd.service\n");
    }

    @Test
    void isRunByAUnitThatReadsIt() {
        ArticleRack rack = rack("v1.36.3");

        String unit = rack.file("erato", "/etc/systemd/system/kubelet.service", facts(Cgroups.V2));

        assertThat(unit).contains("--config=" + KubeletConfiguration.FILE);
        Golden.verify(getClass(), "kubelet.service", unit);
    }

    private String configuration(String variables) {
        return ArticleRack.of(directory, ArticleRack.NEWEST + variables)
                .file("erato", KubeletConfiguration.FILE, facts(Cgroups.V2));
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
                kubelet.slice(),
                kubelet.wants(),
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
