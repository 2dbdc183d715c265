package io.urania.cluster.preflight.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.urania.cluster.phases.ArticleRack;
import io.urania.cluster.phases.FactsOf;
import io.urania.cluster.phases.Systems;
import io.urania.cluster.preflight.Finding;
import io.urania.cluster.preflight.Rule;
import io.urania.cluster.preflight.Situation;
import io.urania.engine.system.SystemFact;
import io.urania.engine.system.SystemProbe;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rules about what a host's machine and kernel are. */
class SystemRulesTest {
    private static final Set<String> CONTROLLERS = Set.of("cpu", "cpuset", "memory", "pids");

    @TempDir
    Path directory;

    @Test
    void nothingIsFoundOnMachinesThatAreFine() {
        assertThat(SystemRules.of(Map.of()))
                .allSatisfy(rule -> assertThat(found(rule, ArticleRack.NEWEST, pi(64, "6.12.47", 4)))
                        .isEmpty());
    }

    @Test
    void aSystemOf32BitsIsNoNewWorkersAndNoEtcds() {
        assertThat(found(new ThirtyTwoBits(), ArticleRack.NEWEST, pi(32, "6.12.47", 4)))
                .extracting(Finding::host, Finding::what)
                .contains(
                        tuple(ArticleRack.host("erato"), "its system has 32 bits, although its kernel has 64"),
                        tuple(ArticleRack.host("pandore"), "its system has 32 bits, although its kernel has 64"));
    }

    @Test
    void anOldWorkerMayHave32Bits() {
        assertThat(found(
                        new ThirtyTwoBits(),
                        ArticleRack.NEWEST.replaceFirst("kube_version: \\S+", "kube_version: v1.26.15"),
                        pi(32, "6.1.21-v7+", 4)))
                .isNotEmpty()
                .extracting(Finding::host)
                .contains(ArticleRack.host("pandore"))
                .doesNotContain(ArticleRack.host("erato"), ArticleRack.host("balancer"));
    }

    @Test
    void oneProcessorIsFewForAControlPlane() {
        assertThat(found(new FewProcessors(), ArticleRack.NEWEST, pi(64, "6.12.47", 1)))
                .extracting(Finding::host)
                .contains(ArticleRack.host("pandore"))
                .doesNotContain(ArticleRack.host("erato"));
    }

    @Test
    void controllersThatAreOffAreNamed() {
        SystemFact system = Systems.on("aarch64", 64, "6.12.47", 4, Set.of("memory", "cpu"), Systems.raspberryPi(4));

        assertThat(found(new MissingControllers(), ArticleRack.NEWEST, system))
                .extracting(Finding::what)
                .containsOnly("its kernel has no control groups for cpuset, pids");
    }

    @Test
    void nftablesNeedANewKernel() {
        String nftables = ArticleRack.NEWEST.replace("iptables", "nftables");

        assertThat(found(new OldKernel(), nftables, pi(64, "5.10.103-v8+", 4)))
                .extracting(Finding::what)
                .containsOnly("its kernel is Linux 5.10.103-v8+, and kube_proxy_mode is nftables");
        assertThat(found(new OldKernel(), nftables, pi(64, "5.13.0", 4))).isEmpty();
        assertThat(found(new OldKernel(), nftables, pi(64, "6.1.21-v8+", 4))).isEmpty();
        assertThat(found(new OldKernel(), ArticleRack.NEWEST, pi(64, "5.10.103-v8+", 4)))
                .isEmpty();
    }

    private static SystemFact pi(int bits, String kernel, int cpus) {
        return Systems.on("aarch64", bits, kernel, cpus, CONTROLLERS, Systems.raspberryPi(4));
    }

    private List<Finding> found(Rule rule, String variables, SystemFact system) {
        ArticleRack rack = ArticleRack.of(directory, variables);
        FactsOf facts = FactsOf.bareHosts(rack);
        rack.spec().hosts().forEach(host -> facts.with(host.name(), SystemProbe.QUESTION, system));
        return rule.findings(new Situation(rack.spec(), rack.view(), facts.book()));
    }
}
