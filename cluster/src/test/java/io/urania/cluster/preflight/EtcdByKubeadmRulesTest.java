package io.urania.cluster.preflight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.urania.cluster.observation.EtcdBeginning;
import io.urania.cluster.observation.EtcdFact;
import io.urania.cluster.observation.EtcdPeer;
import io.urania.cluster.observation.MachineFact;
import io.urania.cluster.observation.MachineProbe;
import io.urania.cluster.phases.ArticleRack;
import io.urania.cluster.phases.FactsOf;
import io.urania.engine.resource.file.FileFact;
import io.urania.engine.resource.file.FileProbe;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What must be so before kubeadm makes members of etcd, or finds some. */
class EtcdByKubeadmRulesTest {

    private static final FileFact FILE = new FileFact.Regular("644", "root", "0", 1000);
    private static final String UNIT = "/etc/systemd/system/etcd.service";
    private static final String MANIFEST = "/etc/kubernetes/manifests/etcd.yaml";

    @TempDir
    Path directory;

    private ArticleRack rack;

    @BeforeEach
    void readTheArticle() {
        rack = ArticleRack.of(directory, ArticleRack.NEWEST + ArticleRack.ETCD_BY_KUBEADM);
    }

    private static List<Finding> findings(ArticleRack rack, Rule rule, FactsOf facts) {
        return rule.findings(new Situation(rack.spec(), rack.view(), facts.book()));
    }

    private List<Finding> members(FactsOf facts) {
        return findings(rack, new OtherEtcdMembers(rack.view()), facts);
    }

    private static String host(String shortName) {
        return ArticleRack.host(shortName);
    }

    @Test
    void whatRunsAsServicesIsNotMadePods() {
        FactsOf facts = FactsOf.bareHosts(rack).with(host("pandore"), FileProbe.at(UNIT), FILE);

        assertThat(findings(rack, new OtherEtcdDeployment(), facts))
                .extracting(Finding::level, Finding::host, Finding::what, Finding::remedy)
                .containsExactly(tuple(
                        Level.ERROR,
                        host("pandore"),
                        "its etcd member is a service of the host, and etcd_deployment_type is kubeadm",
                        "set etcd_deployment_type: host, or start over with: urania reset"));
        assertThat(findings(rack, new OtherEtcdDeployment(), FactsOf.finishedHosts(rack)))
                .isEmpty();
    }

    @Test
    void whatRunsAsPodsIsNotMadeServices() {
        ArticleRack services = ArticleRack.of(directory, ArticleRack.NEWEST);
        FactsOf facts = FactsOf.bareHosts(services).with(host("hellenes"), FileProbe.at(MANIFEST), FILE);

        assertThat(findings(services, new OtherEtcdDeployment(), facts))
                .extracting(Finding::host, Finding::what)
                .containsExactly(tuple(
                        host("hellenes"),
                        "its etcd member is a static pod of kubeadm's, and etcd_deployment_type is host"));
        // All else that could be said follows from that.
        assertThat(findings(services, new OtherEtcdMembers(services.view()), facts))
                .isEmpty();
        assertThat(findings(services, new OtherEtcdEndpoints(), facts)).isEmpty();
        assertThat(findings(services, new OtherEtcdDeployment(), FactsOf.finishedHosts(services)))
                .isEmpty();
    }

    @Test
    void apiServersUseTheMemberBesideThem() {
        assertThat(endpoints("https://127.0.0.1:2379")).isEmpty();
        assertThat(endpoints("https://10.42.253.40:2379"))
                .extracting(Finding::what)
                .singleElement()
                .asString()
                .startsWith("its API server uses etcd at https://10.42.253.40:2379");
    }

    private List<Finding> endpoints(String endpoint) {
        FactsOf facts = FactsOf.bareHosts(rack);
        rack.spec()
                .nodes()
                .forEach(node -> facts.with(
                        node.name(),
                        MachineProbe.question(rack.spec().paths().manifests()),
                        new MachineFact("1", new TreeSet<>(), false, false)));
        facts.with(
                host("pandore"),
                MachineProbe.question(rack.spec().paths().manifests()),
                new MachineFact("1", new TreeSet<>(Set.of(endpoint)), false, false));
        return findings(rack, new OtherEtcdEndpoints(), facts);
    }

    @Test
    void membersThatRunAreNoFinding() {
        assertThat(members(FactsOf.finishedHosts(rack))).isEmpty();
        assertThat(members(FactsOf.bareHosts(rack))).isEmpty();
    }

    /** Unlike services, kubeadm's members are added by a join. */
    @Test
    void controlPlaneHostsThatAreToJoinAreNoFinding() {
        FactsOf facts = FactsOf.finishedHosts(rack);
        for (String joined : List.of("pandore", "hellenes")) {
            facts.etcd(host(joined), serving("pandore", "hellenes"));
        }
        facts.etcd(host("epimethee"), new EtcdFact.Absent());

        assertThat(members(facts)).isEmpty();
    }

    @Test
    void aMemberThatHasLostItsDataIsOne() {
        FactsOf facts = FactsOf.finishedHosts(rack).etcd(host("epimethee"), new EtcdFact.Absent());

        assertThat(members(facts))
                .extracting(Finding::host, Finding::what)
                .containsExactly(
                        tuple(host("epimethee"), "its etcd member, " + host("epimethee") + ", has lost its data"));
    }

    /** kubeadm init was cut off: the same host goes on, with what it has. */
    @Test
    void theFirstMemberMayBeAsleepBeforeTheOthersHaveJoined() {
        EtcdBeginning alone =
                new EtcdBeginning(new TreeSet<>(Set.of("https://10.42.253.40:2380")), "", "/var/lib/etcd");

        assertThat(members(FactsOf.bareHosts(rack).etcd(host("pandore"), new EtcdFact.Silent("refused", alone))))
                .isEmpty();
    }

    @Test
    void noClusterIsBegunBesideAMemberThatIsAsleepOnAnotherHost() {
        EtcdBeginning begun = new EtcdBeginning(new TreeSet<>(), EtcdBeginning.EXISTING, "/var/lib/etcd");

        assertThat(members(FactsOf.bareHosts(rack).etcd(host("hellenes"), new EtcdFact.Silent("refused", begun))))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.host()).isEqualTo(host("pandore"));
                    assertThat(finding.remedy()).contains("crictl ps --all --name etcd");
                });
    }

    private EtcdFact.Serving serving(String... members) {
        List<EtcdPeer> peers = List.of(members).stream()
                .map(member -> new EtcdPeer(
                        host(member),
                        new TreeSet<>(Set.of(
                                rack.member(member).peerUrl(rack.spec().etcd().main()))),
                        true))
                .toList();
        return new EtcdFact.Serving(
                "c1", "a1", "a1", "3.6.8", 20480, peers, FactsOf.beginning(rack, EtcdBeginning.EXISTING));
    }
}
