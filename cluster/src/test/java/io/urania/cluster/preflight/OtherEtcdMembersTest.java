package io.urania.cluster.preflight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.urania.cluster.observation.ClusterFact;
import io.urania.cluster.observation.EtcdBeginning;
import io.urania.cluster.observation.EtcdFact;
import io.urania.cluster.observation.EtcdPeer;
import io.urania.cluster.observation.EtcdView;
import io.urania.cluster.observation.KubeconfigServersProbe;
import io.urania.cluster.phases.ArticleRack;
import io.urania.cluster.phases.FactsOf;
import io.urania.cluster.spec.EtcdInstance;
import io.urania.cluster.spec.EtcdSpec;
import io.urania.cluster.value.etcd.EtcdDeployment;
import io.urania.engine.fact.FactBook;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The article's rack has the members pandore, hellenes and epimethee. */
class OtherEtcdMembersTest {

    @TempDir
    Path directory;

    private ArticleRack rack;

    @BeforeEach
    void readTheArticle() {
        rack = ArticleRack.of(directory, ArticleRack.NEWEST);
    }

    @Test
    void aClusterWithTheMembersThatAreWantedIsNoFinding() {
        assertThat(findings(FactsOf.finishedHosts(rack))).isEmpty();
    }

    @Test
    void aMemberThatHasItsDataElsewhereIsNotBegunInAnotherDirectory() {
        EtcdBeginning elsewhere = new EtcdBeginning(
                FactsOf.beginning(rack, EtcdBeginning.NEW).peerUrls(), EtcdBeginning.NEW, "/srv/etcd");

        assertThat(findings(
                        FactsOf.finishedHosts(rack).etcd(host("pandore"), new EtcdFact.Silent("refused", elsewhere))))
                .anySatisfy(finding -> {
                    assertThat(finding.what())
                            .isEqualTo(
                                    "its etcd member has its data in /srv/etcd, and the inventory says /var/lib/etcd");
                    assertThat(finding.remedy()).isEqualTo("set the directory back to /srv/etcd");
                });
    }

    @Test
    void hostsWithNothingAreNoFinding() {
        assertThat(findings(FactsOf.bareHosts(rack))).isEmpty();
    }

    /** A disk that is not mounted looks like an etcd that was never begun. */
    @Test
    void anEtcdWhoseDataAreGoneIsNotBegunBesideTheNodesOfItsCluster() {
        FactsOf facts = FactsOf.bareHosts(rack)
                .with(host("erato"), KubeconfigServersProbe.QUESTION, List.of("https://10.42.253.52:6443"));

        assertThat(findings(facts))
                .extracting(Finding::level, Finding::host)
                .containsExactlyInAnyOrder(
                        tuple(Level.ERROR, host("pandore")),
                        tuple(Level.ERROR, host("hellenes")),
                        tuple(Level.ERROR, host("epimethee")));
        assertThat(findings(facts).getFirst().what())
                .endsWith("a cluster exists: " + host("erato") + " is a node of it");
    }

    @Test
    void noClusterIsBegunWhereAControlPlaneHostHasBeenOne() {
        EtcdView etcd =
                new EtcdView(rack.spec(), rack.view(), rack.spec().etcd().main());

        assertThat(etcd.mayBegin(FactsOf.bareHosts(rack).book())).isTrue();
        assertThat(etcd.mayBegin(FactsOf.bareHosts(rack)
                        .cluster(rack.node("pandore"), FactsOf.finished(rack))
                        .book()))
                .isFalse();
    }

    @Test
    void membersThatTheClusterDoesNotHaveAreNotAddedByTheWay() {
        FactsOf facts = FactsOf.bareHosts(rack)
                .cluster(rack.node("pandore"), FactsOf.finished(rack))
                .etcd(host("pandore"), serving(peer("pandore", true)));

        assertThat(findings(facts))
                .extracting(Finding::level, Finding::host, Finding::what)
                .containsExactlyInAnyOrder(
                        tuple(
                                Level.ERROR,
                                host("hellenes"),
                                "it should be an etcd member, but the running cluster, on " + host("pandore")
                                        + ", has no such member"),
                        tuple(
                                Level.ERROR,
                                host("epimethee"),
                                "it should be an etcd member, but the running cluster, on " + host("pandore")
                                        + ", has no such member"));
    }

    @Test
    void aMemberThatWasMovedToAnotherHostIsNamedOnBoth() {
        FactsOf facts = FactsOf.finishedHosts(rack)
                .etcd(host("epimethee"), new EtcdFact.Absent())
                .etcd(host("erato"), serving(peer("pandore", true), peer("hellenes", true), peerAt("erato")));
        for (String member : List.of("pandore", "hellenes")) {
            facts.etcd(host(member), serving(peer("pandore", true), peer("hellenes", true), peerAt("erato")));
        }

        assertThat(findings(facts))
                .extracting(Finding::host, Finding::what)
                .containsExactly(
                        tuple(host("erato"), "it has an etcd member with data, and is not in group etcd"),
                        tuple(
                                host("epimethee"),
                                "it should be an etcd member, but the running cluster, on " + host("pandore")
                                        + ", has no such member"));
    }

    @Test
    void aMemberOnAMachineThatTheInventoryDoesNotListIsNamed() {
        EtcdPeer stranger = new EtcdPeer("urania", new TreeSet<>(Set.of("https://10.9.9.9:2380")), true);
        FactsOf facts = FactsOf.finishedHosts(rack);
        for (EtcdSpec.Member member : rack.spec().etcd().members()) {
            facts.etcd(
                    member.host().name(),
                    serving(peer("pandore", true), peer("hellenes", true), peer("epimethee", true), stranger));
        }

        assertThat(findings(facts))
                .extracting(Finding::host, Finding::what)
                .containsExactly(tuple(
                        host("pandore"),
                        "etcd has the member urania at https://10.9.9.9:2380, and no host of group etcd is there"));
    }

    @Test
    void twoClustersAreToldByTheirIds() {
        EtcdFact.Serving own = serving(peer("pandore", true), peer("hellenes", true), peer("epimethee", true));
        FactsOf facts = FactsOf.finishedHosts(rack)
                .etcd(
                        host("epimethee"),
                        new EtcdFact.Serving(
                                "c2", "b1", "b1", "3.6.8", 1, List.of(peer("epimethee", true)), own.beginning()));

        assertThat(findings(facts))
                .extracting(Finding::host, Finding::what)
                .contains(tuple(
                        host("epimethee"),
                        "its etcd member belongs to cluster c2, and the one on " + host("pandore") + " to cluster c1"));
    }

    @Test
    void aMemberThatHasLostItsDataIsNotBegunAgain() {
        FactsOf facts = FactsOf.finishedHosts(rack).etcd(host("hellenes"), new EtcdFact.Absent());

        assertThat(findings(facts))
                .extracting(Finding::host, Finding::what)
                .containsExactly(tuple(host("hellenes"), "its etcd member, hellenes, has lost its data"));
    }

    @Test
    void aMemberThatTheOthersWaitForMayStart() {
        FactsOf facts = FactsOf.bareHosts(rack);
        for (String member : List.of("pandore", "epimethee")) {
            facts.etcd(host(member), serving(peer("pandore", true), peer("hellenes", false), peer("epimethee", true)));
        }

        assertThat(findings(facts)).isEmpty();
        assertThat(rack.etcdSettings("hellenes", facts.book())).contains("ETCD_INITIAL_CLUSTER_STATE=existing\n");
        assertThat(rack.etcdSettings("pandore", facts.book())).contains("ETCD_INITIAL_CLUSTER_STATE=new\n");
    }

    @Test
    void aBeginningThatWasCutOffGoesOn() {
        FactsOf facts = FactsOf.bareHosts(rack).etcd(host("pandore"), silent());

        assertThat(findings(facts)).isEmpty();
        assertThat(rack.etcdSettings("hellenes", facts.book())).contains("ETCD_INITIAL_CLUSTER_STATE=new\n");
    }

    @Test
    void membersOfAClusterThatSleepsAreNotBegunAgain() {
        FactsOf facts = FactsOf.bareHosts(rack)
                .cluster(rack.node("pandore"), new ClusterFact.Silent("refused"))
                .etcd(host("pandore"), silent());

        assertThat(findings(facts)).extracting(Finding::host).containsExactly(host("hellenes"), host("epimethee"));
        assertThat(rack.etcdSettings("hellenes", facts.book())).contains("ETCD_INITIAL_CLUSTER_STATE=existing\n");
    }

    @Test
    void aClusterThatSleepsWithAllItsMembersIsNoFinding() {
        FactsOf facts = FactsOf.finishedHosts(rack);
        for (EtcdSpec.Member member : rack.spec().etcd().members()) {
            facts.etcd(member.host().name(), silent())
                    .cluster(rack.node(member.host().shortName()), new ClusterFact.Silent("refused"));
        }

        assertThat(findings(facts)).isEmpty();
    }

    @Test
    void aHostThatDoesNotTellKeepsOthersFromBeginning() {
        FactsOf facts = FactsOf.bareHosts(rack).withoutEtcd(host("erato"));

        assertThat(findings(facts))
                .extracting(Finding::host, Finding::what)
                .containsExactly(tuple(host("erato"), "it does not report whether it has etcd data"));
        assertThat(rack.etcdSettings("hellenes", facts.book())).contains("ETCD_INITIAL_CLUSTER_STATE=existing\n");
    }

    @Test
    void aMemberWithoutMostOfTheOthersDoesNotTellWhoMayStart() {
        FactsOf facts = FactsOf.finishedHosts(rack)
                .etcd(host("pandore"), serving())
                .etcd(host("hellenes"), silent())
                .etcd(host("epimethee"), new EtcdFact.Absent());

        assertThat(findings(facts)).extracting(Finding::host).containsExactly(host("epimethee"));
    }

    @Test
    void anEtcdOfEventsIsJudgedByItselfAndCanBeCreatedAnew() {
        ArticleRack apart = ArticleRack.of(directory, ArticleRack.NEWEST + "etcd_events_cluster_enabled: true\n");
        EtcdInstance events = apart.spec().etcd().events();
        FactsOf begun = FactsOf.finishedHosts(apart);
        apart.spec()
                .etcd()
                .members()
                .forEach(member -> begun.etcd(events, member.host().name(), new EtcdFact.Absent()));

        assertThat(findings(apart, FactsOf.finishedHosts(apart).book())).isEmpty();
        assertThat(findings(apart, begun.book())).isEmpty();
        assertThat(findings(
                        apart,
                        FactsOf.finishedHosts(apart)
                                .etcd(events, host("hellenes"), new EtcdFact.Absent())
                                .book()))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.what()).isEqualTo("its etcd-events member, hellenes-events, has lost its data");
                    assertThat(finding.remedy())
                            .isEqualTo("create it anew, for it has events only: urania apply -e"
                                    + " etcd_events_cluster_enabled=false, then urania apply");
                });
    }

    private EtcdFact.Serving serving(EtcdPeer... peers) {
        return new EtcdFact.Serving(
                "c1", "a1", "a1", "3.6.8", 20480, List.of(peers), FactsOf.beginning(rack, EtcdBeginning.NEW));
    }

    private EtcdFact.Silent silent() {
        return new EtcdFact.Silent("refused", FactsOf.beginning(rack, EtcdBeginning.NEW));
    }

    private EtcdPeer peer(String member, boolean started) {
        return new EtcdPeer(
                member,
                new TreeSet<>(
                        Set.of(rack.member(member).peerUrl(rack.spec().etcd().main()))),
                started);
    }

    private EtcdPeer peerAt(String node) {
        EtcdSpec.Member member =
                EtcdSpec.Member.of(EtcdDeployment.HOST, rack.node(node).host(), node);
        return new EtcdPeer(
                node, new TreeSet<>(Set.of(member.peerUrl(rack.spec().etcd().main()))), true);
    }

    private static String host(String shortName) {
        return ArticleRack.host(shortName);
    }

    private List<Finding> findings(FactsOf facts) {
        return findings(rack, facts.book());
    }

    static List<Finding> findings(ArticleRack rack, FactBook book) {
        Situation situation = new Situation(rack.spec(), rack.view(), book);
        return new ArrayList<>(new OtherEtcdMembers(rack.view()).findings(situation));
    }
}
