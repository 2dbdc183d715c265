package io.urania.cluster.phases.host;

import static org.assertj.core.api.Assertions.assertThat;

import io.urania.cluster.Golden;
import io.urania.cluster.phases.ArticleRack;
import io.urania.cluster.phases.Systems;
import io.urania.engine.resource.file.TextBlock;
import io.urania.engine.resource.kernel.KernelModules;
import io.urania.engine.resource.kernel.Sysctls;
import io.urania.engine.resource.packages.Packages;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostPreparationTest {

    @TempDir
    Path directory;

    @Test
    void everyHostKnowsTheOthersAndTheEndpoint() {
        ArticleRack rack = ArticleRack.of(directory, ArticleRack.NEWEST);

        Golden.verify(getClass(), "hosts", lines(rack, "erato"));
        assertThat(lines(rack, "balancer")).isEqualTo(lines(rack, "erato"));
    }

    @Test
    void modulesOfIpvsAreLoadedOnlyWhereItIsWanted() {
        assertThat(modules(ArticleRack.NEWEST)).containsExactly("overlay", "br_netfilter");
        assertThat(modules(ArticleRack.ARTICLES_OWN))
                .containsExactly(
                        "overlay", "br_netfilter", "ip_vs", "ip_vs_rr", "ip_vs_wrr", "ip_vs_sh", "nf_conntrack");
    }

    @Test
    void swapIsSwitchedOffOnlyWhereTheKubeletInsists() {
        assertThat(tasks(ArticleRack.NEWEST)).doesNotContain("swap");
        assertThat(tasks(ArticleRack.NEWEST + "kubelet_fail_swap_on: true\n")).contains("swap");
    }

    @Test
    void nodesForwardPacketsAndHaveWhatKubeadmLooksFor() {
        ArticleRack rack = ArticleRack.of(directory, ArticleRack.NEWEST);

        assertThat(((Sysctls) rack.work("erato", "sysctls")).values())
                .containsOnly(
                        Map.entry("net.bridge.bridge-nf-call-ip6tables", "1"),
                        Map.entry("net.bridge.bridge-nf-call-iptables", "1"),
                        Map.entry("net.ipv4.ip_forward", "1"),
                        Map.entry("net.ipv4.ip_local_reserved_ports", "30000-32767"),
                        Map.entry("fs.inotify.max_user_instances", "8192"),
                        Map.entry("fs.inotify.max_user_watches", "1048576"));
        assertThat(((Packages) rack.work("erato", "packages for kubernetes"))
                        .names()
                        .on(Systems.facts(Systems.raspberryPi(4))))
                .contains("conntrack", "iptables", "socat", "runc");
    }

    @Test
    void kernelParametersThatAnInventorySetsAreItsOwn() {
        ArticleRack rack = ArticleRack.of(
                directory,
                ArticleRack.NEWEST + "kube_apiserver_node_port_range: 31000-31999\n"
                        + "additional_sysctl: [{name: fs.inotify.max_user_watches, value: 2097152}]\n");

        assertThat(((Sysctls) rack.work("erato", "sysctls")).values())
                .containsEntry("net.ipv4.ip_local_reserved_ports", "31000-31999")
                .containsEntry("fs.inotify.max_user_watches", "2097152");
    }

    private static String lines(ArticleRack rack, String host) {
        return ((TextBlock) rack.work(host, "lines of /etc/hosts")).lines();
    }

    private Iterable<String> modules(String variables) {
        return ((KernelModules) ArticleRack.of(directory, variables).work("erato", "kernel modules")).modules();
    }

    private Iterable<String> tasks(String variables) {
        return ArticleRack.of(directory, variables).tasks().stream()
                .map(task -> task.id().name())
                .toList();
    }
}
