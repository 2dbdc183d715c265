package io.urania.cluster.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.urania.cluster.observation.BalancerFact;
import io.urania.cluster.observation.BalancerProbe;
import io.urania.cluster.observation.CertificateFact;
import io.urania.cluster.observation.CertificateProbe;
import io.urania.cluster.observation.ClusterFact;
import io.urania.cluster.observation.ConditionsFact;
import io.urania.cluster.observation.ConditionsProbe;
import io.urania.cluster.observation.EtcdBeginning;
import io.urania.cluster.observation.EtcdFact;
import io.urania.cluster.observation.EtcdProbe;
import io.urania.cluster.observation.KubeletIdentity;
import io.urania.cluster.observation.NodeFact;
import io.urania.cluster.observation.Workload;
import io.urania.cluster.phases.ArticleRack;
import io.urania.cluster.phases.FactsOf;
import io.urania.cluster.phases.Phases;
import io.urania.cluster.pki.Certificates;
import io.urania.cluster.spec.EtcdSpec;
import io.urania.engine.fact.Question;
import io.urania.engine.run.FactGathering.Gathered;
import io.urania.engine.transport.TransportException;
import io.urania.engine.transport.TransportException.Cause;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StatusReadingTest {
    private static final Instant NOW = Instant.parse("2026-11-28T12:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    @TempDir
    Path directory;

    private ArticleRack rack;
    private FactsOf facts;
    private ClusterFact.Answering cluster;

    @BeforeEach
    void makeAClusterThatIsWell() {
        rack = ArticleRack.of(directory, ArticleRack.NEWEST);
        facts = FactsOf.finishedHosts(rack);
        cluster = FactsOf.finished(rack);
        rack.spec().controlPlane().forEach(node -> facts.cluster(node, cluster));
        for (EtcdSpec.Member member : rack.spec().etcd().members()) {
            etcd(member.name(), serving(member.name(), "hellenes"));
        }
        balancer(Map.of("pandore", "UP", "hellenes", "UP", "epimethee", "UP"));
        conditions(new ConditionsFact.Seen(List.of(new Workload("deployment", "coredns", 2, 2)), List.of()));
    }

    @Test
    void whereAllIsWellThereIsNoComplaint() {
        ClusterStatus status = status();

        assertThat(status.complaints()).isEmpty();
        assertThat(status.isWell()).isTrue();
        assertThat(status.nodes()).hasSize(12);
        assertThat(status.etcd()).containsOnlyKeys("pandore", "hellenes", "epimethee");
        assertThat(status.balancers()).containsOnlyKeys(ArticleRack.host("balancer"));
    }

    @Test
    void eachHostIsAskedWhatItMayKnow() {
        Map<String, List<Question<?>>> questions = new StatusReading(rack.spec(), rack.view(), CLOCK).questions();

        assertThat(questions.get(ArticleRack.host("pandore")))
                .contains(
                        rack.view().probe().question(),
                        etcd(),
                        conditions().question(),
                        CertificateProbe.at("/etc/kubernetes/ssl/apiserver.crt"),
                        CertificateProbe.at("/etc/kubernetes/admin.conf"));
        assertThat(questions.get(ArticleRack.host("balancer"))).contains(BalancerProbe.QUESTION, etcd());
        assertThat(questions.get(ArticleRack.host("erato")))
                .contains(CertificateProbe.at(KubeletIdentity.CERTIFICATE))
                .doesNotContain(conditions().question());
    }

    @Test
    void nodesThatAreNotAsTheyShouldBeAreNamed() {
        replace("thalia", true, "v1.36.2");
        conditions(new ConditionsFact.Seen(List.of(), List.of("node erato is not Ready: it is away")));

        assertThat(status().complaints())
                .containsExactlyInAnyOrder(
                        "node erato is not Ready: it is away",
                        ArticleRack.host("thalia") + " runs v1.36.2, expected v1.36.3");
    }

    @Test
    void whatRunsInKubeSystemIsNotWellIfNobodyTells() {
        conditions(new ConditionsFact.Unseen("refused"));

        assertThat(status().complaints()).containsExactly("no control plane host reports what runs in kube-system");
    }

    @Test
    void certificatesAreToldBeforeTheyEndAndWhenTheyHave() {
        String file = rack.spec().paths().certificates() + "/apiserver.crt";
        certificate("pandore", file, NOW.plus(Duration.ofDays(29)).plus(Duration.ofHours(2)));
        certificate("hellenes", file, NOW.minus(Duration.ofDays(1)));
        certificate("epimethee", file, NOW.plus(Duration.ofDays(31)).plus(Duration.ofHours(2)));

        ClusterStatus status = status();

        assertThat(status.complaints())
                .containsExactly(ArticleRack.host("hellenes") + ": the certificate in " + file
                        + " expired on 2026-11-27; renew it on the host with: kubeadm certs renew all");
        assertThat(status.warnings())
                .containsExactly(ArticleRack.host("pandore") + ": the certificate in " + file
                        + " expires on 2026-12-27, in 29 days; renew it on the host with: kubeadm certs renew all");
        assertThat(status.certificates())
                .extracting(CertificateStatus::daysLeft)
                .containsExactly(-1L, 29L, 31L);
    }

    @Test
    void aMemberOfAnotherClusterIsNotWell() {
        EtcdFact.Serving own = FactsOf.serving(rack, EtcdBeginning.NEW);
        etcd("epimethee", new EtcdFact.Serving("c2", "b1", "b1", "3.6.8", 1, own.peers(), own.beginning()));

        assertThat(status().complaints())
                .anySatisfy(complaint -> assertThat(complaint)
                        .contains("its etcd member belongs to cluster c2, and the one on "
                                + ArticleRack.host("pandore")));
    }

    @Test
    void aNodeThatTheInventoryDoesNotListIsAWarning() {
        NodeFact erato = cluster.nodes().get(ArticleRack.host("erato"));
        cluster.nodes().put("urania", new NodeFact("urania", true, erato.labels(), erato.taints(), erato.kubelet()));

        ClusterStatus status = status();

        assertThat(status.isWell()).isTrue();
        assertThat(status.isAllWell()).isFalse();
        assertThat(status.warnings())
                .singleElement()
                .asString()
                .startsWith("urania: it is a cluster node but not in the inventory; add it to");
    }

    @Test
    void whatWasNotLookedAtIsNamedAndKeepsAllFromBeingWell() {
        assertThat(status().unseen()).containsExactly("drift: whether hosts differ from the inventory");
        assertThat(status().isAllWell()).isFalse();
        assertThat(status().with(new TreeMap<>()).isAllWell()).isTrue();
        assertThat(status().with(new TreeMap<>(Map.of("erato", 3))).warnings())
                .containsExactly("erato: 3 things differ from the inventory; plan --host erato shows what");
    }

    @Test
    void whenNoApiServerAnswersThatIsTheComplaintAndNotTwelve() {
        rack.spec().controlPlane().forEach(node -> facts.cluster(node, new ClusterFact.Silent("refused")));

        assertThat(status().complaints()).containsExactly("no API server answers on any control plane host");
    }

    @Test
    void aMemberThatDoesNotServeTellsWhy() {
        etcd("epimethee", new EtcdFact.Silent("context deadline exceeded", FactsOf.beginning(rack, EtcdBeginning.NEW)));

        assertThat(status().complaints())
                .containsExactly("etcd member epimethee is not serving: context deadline exceeded");
    }

    @Test
    void membersWithoutLeaderAreToldOnce() {
        for (EtcdSpec.Member member : rack.spec().etcd().members()) {
            etcd(member.name(), serving(member.name(), "0"));
        }

        assertThat(status().complaints()).containsExactly("etcd has no leader");
    }

    @Test
    void membersOfAnEtcdOfEventsAreJudgedToo() {
        rack = ArticleRack.of(directory, ArticleRack.NEWEST + "etcd_events_cluster_enabled: true\n");
        facts = FactsOf.finishedHosts(rack);
        rack.spec().controlPlane().forEach(node -> facts.cluster(node, cluster));
        balancer(Map.of("pandore", "UP", "hellenes", "UP", "epimethee", "UP"));
        conditions(new ConditionsFact.Seen(List.of(new Workload("deployment", "coredns", 2, 2)), List.of()));

        assertThat(status().complaints()).isEmpty();
        assertThat(status().etcd()).hasSize(6).containsKeys("pandore", "pandore-events");

        facts.etcd(
                rack.spec().etcd().events(),
                ArticleRack.host("pandore"),
                new EtcdFact.Silent(
                        "refused", FactsOf.beginning(rack, rack.spec().etcd().events(), EtcdBeginning.NEW)));

        assertThat(status().complaints()).containsExactly("etcd member pandore-events is not serving: refused");
    }

    @Test
    void serversThatTheBalancerSeesDownAreNamed() {
        balancer(Map.of("pandore", "DOWN", "hellenes", "UP 1/2", "epimethee", "UP"));

        assertThat(status().complaints())
                .containsExactly(ArticleRack.host("balancer") + ": the API server pandore is DOWN");
    }

    @Test
    void aBalancerWithoutServersDoesNotAnswer() {
        balancer(Map.of());

        assertThat(status().complaints()).containsExactly(ArticleRack.host("balancer") + ": HAProxy does not answer");
    }

    @Test
    void aHostThatCannotBeReachedIsAComplaintAndItsMemberToo() {
        String host = ArticleRack.host("pandore");
        facts.withoutAnswersOf(host);
        SortedMap<String, TransportException> failures = new TreeMap<>();
        failures.put(host, new TransportException(Cause.UNREACHABLE, host + ": no route to host"));

        ClusterStatus status =
                new StatusReading(rack.spec(), rack.view(), CLOCK).read(new Gathered(facts.book(), failures));

        assertThat(status.complaints())
                .containsExactly(
                        host + ": no route to host", "etcd member pandore is not serving: its host does not answer");
        assertThat(status.nodes()).hasSize(12);
    }

    private ClusterStatus status() {
        return new StatusReading(rack.spec(), rack.view(), CLOCK).read(new Gathered(facts.book(), new TreeMap<>()));
    }

    private Question<EtcdFact> etcd() {
        return EtcdProbe.of(rack.spec(), rack.spec().etcd().main()).question();
    }

    private void etcd(String member, EtcdFact fact) {
        facts.etcd(ArticleRack.host(member), fact);
    }

    private EtcdFact.Serving serving(String member, String leader) {
        EtcdFact.Serving fact = FactsOf.serving(rack, EtcdBeginning.NEW);
        return new EtcdFact.Serving(
                fact.cluster(), member, leader, fact.version(), fact.databaseBytes(), fact.peers(), fact.beginning());
    }

    private void balancer(Map<String, String> servers) {
        facts.with(ArticleRack.host("balancer"), BalancerProbe.QUESTION, new BalancerFact(servers));
    }

    private ConditionsProbe conditions() {
        return ConditionsProbe.of(rack.spec(), Phases.proofs(rack.spec()));
    }

    private void conditions(ConditionsFact fact) {
        rack.spec()
                .controlPlane()
                .forEach(node -> facts.with(node.name(), conditions().question(), fact));
    }

    private void certificate(String host, String file, Instant ends) {
        facts.with(
                ArticleRack.host(host),
                CertificateProbe.at(file),
                new CertificateFact.Present(Certificates.ending(ends)));
    }

    private void replace(String host, boolean ready, String kubelet) {
        NodeFact fact = cluster.nodes().get(ArticleRack.host(host));
        cluster.nodes().put(fact.name(), new NodeFact(fact.name(), ready, fact.labels(), fact.taints(), kubelet));
    }
}
