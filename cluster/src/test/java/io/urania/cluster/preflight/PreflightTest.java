package io.urania.cluster.preflight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.urania.cluster.checklist.Checklist;
import io.urania.cluster.observation.ClusterFact;
import io.urania.cluster.observation.NodeFact;
import io.urania.cluster.phases.ArticleRack;
import io.urania.cluster.phases.FactsOf;
import io.urania.cluster.phases.Systems;
import io.urania.engine.fact.FactBook;
import io.urania.engine.fact.Facts;
import io.urania.engine.fact.Question;
import io.urania.engine.plan.Task;
import io.urania.engine.resource.kernel.KernelModuleFact;
import io.urania.engine.resource.kernel.KernelModuleProbe;
import io.urania.engine.resource.kernel.ModuleBar;
import io.urania.engine.resource.kernel.ModuleBarProbe;
import io.urania.engine.resource.kernel.SysctlFact;
import io.urania.engine.resource.kernel.SysctlProbe;
import io.urania.engine.system.OsRelease;
import io.urania.engine.system.SystemFact;
import io.urania.engine.system.SystemFact.Cgroups;
import io.urania.engine.system.SystemProbe;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PreflightTest {
    private static final String IPVS = ArticleRack.NEWEST.replace("iptables", "ipvs");

    @TempDir
    Path directory;

    /** Each row is one host that differs from a good one in one thing; an empty last column is a host that will do. */
    @ParameterizedTest
    @CsvSource(textBlock = """
            erato,    debian,   895, 9000, memory, its memory is too small     , it has 895 MiB of memory and 896 are required
            erato,    debian,   896, 9000, memory, just enough memory          ,
            pandore,  debian,  1499, 9000, memory, little for a control plane  , it has 1499 MiB of memory and 1500 are required
            erato,    debian,  4096, 9000, cpu   , a Pi with the kernel's usual, the kernel's memory control group is off
            erato,    fedora,  4096, 9000, memory, another distribution        , its operating system is Some Linux
            balancer, fedora,  4096, 9000, memory, the balancer counts too     , its operating system is Some Linux
            balancer, debian,   256,  100, cpu   , but it runs no pods         ,
            """)
    void aHostIsRefusedForWhatItLacks(
            String host, String family, int memory, int disk, String controller, String why, String complaint) {
        ArticleRack rack = ArticleRack.of(directory, ArticleRack.NEWEST);
        FactsOf facts = FactsOf.bareHosts(rack)
                .with(ArticleRack.host(host), SystemProbe.QUESTION, system(family, memory, disk, controller));

        List<Finding> findings = findings(rack, facts.book());

        assertThat(findings)
                .as(why)
                .extracting(Finding::host, Finding::what)
                .isEqualTo(complaint == null ? List.of() : List.of(tuple(ArticleRack.host(host), complaint)));
    }

    @Test
    void bareHostsOfTheRackWillDo() {
        ArticleRack rack = ArticleRack.of(directory, ArticleRack.NEWEST);

        assertThat(findings(rack, FactsOf.bareHosts(rack).book())).isEmpty();
    }

    @Test
    void aClusterOfAnotherVersionIsNotUpgradedInPassing() {
        ArticleRack rack = ArticleRack.of(directory, ArticleRack.NEWEST);
        ClusterFact.Answering cluster = FactsOf.finished(rack);
        String erato = ArticleRack.host("erato");
        cluster.nodes()
                .computeIfPresent(
                        erato, (name, node) -> new NodeFact(name, true, node.labels(), node.taints(), "v1.35.4"));
        FactsOf facts = FactsOf.finishedHosts(rack);
        rack.spec().controlPlane().forEach(node -> facts.cluster(node, cluster));

        assertThat(findings(rack, facts.book()))
                .singleElement()
                .hasToString(erato + ": it runs Kubernetes v1.35.4, but the inventory asks for v1.36.3;"
                        + " this version of Urania does not upgrade a cluster;"
                        + " set kube_version: v1.35.4, or start over with: urania reset");
    }

    @Test
    void ipvsIsRefusedWhereTheKernelHasNone() {
        ArticleRack rack = ArticleRack.of(directory, IPVS);
        FactsOf facts = FactsOf.bareHosts(rack)
                .with(ArticleRack.host("clio"), KernelModuleProbe.of("ip_vs"), KernelModuleFact.UNAVAILABLE);

        assertThat(findings(rack, facts.book()))
                .singleElement()
                .hasToString(ArticleRack.host("clio") + ": kube_proxy_mode is ipvs and its kernel has no ip_vs;"
                        + " kube-proxy would not make any service reachable;"
                        + " set kube_proxy_mode: iptables (or nftables)");
    }

    @Test
    void aKernelWithoutOverlayIsRefused() {
        ArticleRack rack = ArticleRack.of(directory, ArticleRack.NEWEST);
        FactsOf facts = FactsOf.bareHosts(rack)
                .with(ArticleRack.host("clio"), KernelModuleProbe.of("overlay"), KernelModuleFact.UNAVAILABLE);

        assertThat(findings(rack, facts.book()))
                .extracting(Finding::what)
                .containsExactly("its kernel has no overlay file system");
    }

    @Test
    void aFileThatIsReadAfterOursAtBootIsNamed() {
        ArticleRack rack = ArticleRack.of(directory, ArticleRack.NEWEST);
        String erato = ArticleRack.host("erato");
        FactsOf facts = FactsOf.finishedHosts(rack)
                .with(
                        erato,
                        SysctlProbe.of("net.ipv4.ip_forward"),
                        new SysctlFact(
                                Optional.of("1"), Optional.of(new SysctlFact.Setting("/etc/sysctl.d/zzz.conf", "0"))));

        assertThat(findings(rack, facts.book()))
                .singleElement()
                .hasToString(erato + ": /etc/sysctl.d/zzz.conf sets net.ipv4.ip_forward = 0 at boot;"
                        + " it is read after Urania's own file, so the node would not work after its next boot;"
                        + " remove the line from /etc/sysctl.d/zzz.conf");
    }

    @Test
    void aFileThatKeepsAModuleAwayIsNamed() {
        ArticleRack rack = ArticleRack.of(directory, ArticleRack.NEWEST);
        FactsOf facts = FactsOf.bareHosts(rack)
                .with(
                        ArticleRack.host("erato"),
                        ModuleBarProbe.of("br_netfilter"),
                        List.of(new ModuleBar("/etc/modprobe.d/x.conf", "install br_netfilter /bin/false")));

        assertThat(findings(rack, facts.book()))
                .extracting(Finding::what)
                .containsExactly("/etc/modprobe.d/x.conf prevents loading the kernel module br_netfilter:"
                        + " install br_netfilter /bin/false");
    }

    @Test
    void aKernelWithoutBridgeFilterIsRefused() {
        ArticleRack rack = ArticleRack.of(directory, ArticleRack.NEWEST);
        FactsOf facts = FactsOf.bareHosts(rack)
                .with(ArticleRack.host("clio"), KernelModuleProbe.of("br_netfilter"), KernelModuleFact.UNAVAILABLE);

        assertThat(findings(rack, facts.book())).extracting(Finding::rule).containsExactly("no-bridge-filter");
    }

    /** Whatever was asked, by a rule or by a task, and on whatever host. */
    @Test
    void nothingIsGuessedOfWhatAHostCouldNotTell() {
        ArticleRack rack = ArticleRack.of(directory, ArticleRack.NEWEST);
        FactBook finished = FactsOf.finishedHosts(rack).book();
        for (Task task : rack.tasks()) {
            String host = task.id().host();
            for (Question<?> question : task.work().questions()) {
                FactBook book = finished.with(new FactBook(Map.of(
                        host, Facts.of(host).unanswered(question, "no reason").build())));

                assertThat(findings(rack, book)).as(task.id() + ", " + question).anySatisfy(finding -> {
                    assertThat(finding.rule()).isEqualTo("unknown-fact");
                    assertThat(finding.level()).isEqualTo(Level.ERROR);
                    assertThat(finding.host()).isEqualTo(host);
                    assertThat(finding.what())
                            .contains(question.probe().name())
                            .contains(question.subject())
                            .contains("no reason");
                });
            }
        }
    }

    @Test
    void aSecondClusterIsNotBegunWhileTheFirstOneSleeps() {
        ArticleRack rack = ArticleRack.of(directory, ArticleRack.NEWEST);
        FactsOf facts = FactsOf.bareHosts(rack).cluster(rack.node("hellenes"), new ClusterFact.Silent("refused"));

        assertThat(findings(rack, facts.book()))
                .extracting(Finding::host, Finding::what)
                .containsExactly(tuple(
                        ArticleRack.host("hellenes"),
                        "it belongs to a cluster that does not answer, and " + ArticleRack.host("pandore")
                                + " belongs to none"));
    }

    @Test
    void anInitThatWasCutOffIsNoFindingNorIsALostFirstHostOfAClusterThatAnswers() {
        ArticleRack rack = ArticleRack.of(directory, ArticleRack.NEWEST);
        FactsOf cutOff = FactsOf.bareHosts(rack).cluster(rack.node("pandore"), new ClusterFact.Silent("refused"));
        FactsOf lost = FactsOf.bareHosts(rack)
                .cluster(rack.node("hellenes"), new ClusterFact.Silent("refused"))
                .cluster(rack.node("epimethee"), FactsOf.finished(rack));

        assertThat(findings(rack, cutOff.book())).isEmpty();
        assertThat(findings(rack, lost.book())).isEmpty();
    }

    @Test
    void everythingIsToldAtOnce() {
        ArticleRack rack = ArticleRack.of(directory, ArticleRack.NEWEST);
        FactsOf facts = FactsOf.bareHosts(rack, system("fedora", 100, 100, "cpu"));

        assertThat(findings(rack, facts.book())).hasSize(13 + 2 * 12);
    }

    @Test
    void aHostThatDidNotAnswerIsJudgedBySomebodyElse() {
        ArticleRack rack = ArticleRack.of(directory, ArticleRack.NEWEST);
        FactsOf facts = FactsOf.bareHosts(rack, system("debian", 100, 9000, "memory"));
        rack.spec().hosts().stream()
                .filter(host -> !host.shortName().equals("erato"))
                .forEach(host -> facts.withoutAnswersOf(host.name()));

        assertThat(findings(rack, facts.book()))
                .filteredOn(finding -> !finding.rule().equals("other-etcd-members"))
                .extracting(Finding::host)
                .containsExactly(ArticleRack.host("erato"));
    }

    private static List<Finding> findings(ArticleRack rack, FactBook book) {
        return Checklist.of(rack.deployment(), rack.tasks()).findings(new Situation(rack.spec(), rack.view(), book));
    }

    private static SystemFact system(String family, long mebibytes, long freeMebibytes, String controller) {
        SystemFact good = Systems.rackHost(Cgroups.V1);
        return new SystemFact(
                good.hostName(),
                family.equals("debian") ? good.os() : new OsRelease(family, Set.of(), "Some Linux", "", ""),
                good.machine(),
                good.wordBits(),
                good.kernel(),
                good.cpus(),
                mebibytes << 20,
                good.cgroups(),
                // "cpu" stands for a kernel without the one of memory.
                Stream.of("cpu", "cpuset", "pids", controller).collect(Collectors.toSet()),
                good.mayLowerOomScore(),
                freeMebibytes << 20);
    }
}
