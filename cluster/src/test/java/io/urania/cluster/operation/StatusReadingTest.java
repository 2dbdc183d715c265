package io.urania.cluster.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.urania.cluster.observation.BalancerFact;
import io.urania.cluster.observation.BalancerProbe;
import io.urania.cluster.observation.ClusterFact;
import io.urania.cluster.observation.EtcdBeginning;
import io.urania.cluster.observation.EtcdFact;
import io.urania.cluster.observation.EtcdProbe;
import io.urania.cluster.observation.NodeFact;
import io.urania.cluster.phases.ArticleRack;
import io.urania.cluster.phases.FactsOf;
import io.urania.cluster.spec.EtcdSpec;
import io.urania.engine.fact.Question;
import io.urania.engine.run.FactGathering.Gathered;
import io.urania.engine.transport.TransportException;
import io.urania.engine.transport.TransportException.Cause;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StatusReadingTest {
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
        Map<String, List<Question<?>>> questions = new StatusReading(rack.spec(), rack.view()).questions();

        assertThat(questions.get(ArticleRack.host("pandore")))
                .containsExactlyInAnyOrder(rack.view().probe().question(), etcd());
        assertThat(questions.get(ArticleRack.host("balancer"))).containsExactly(BalancerProbe.QUESTION);
        assertThat(questions.get(ArticleRack.host("erato"))).isEmpty();
    }

    @Test
    void nodesThatAreNotAsTheyShouldBeAreNamed() {
        cluster.nodes().remove(ArticleRack.host("erato"));
        replace("clio", false, "v1.36.3");
        replace("thalia", true, "v1.36.2");

        assertThat(status().complaints())
                .containsExactlyInAnyOrder(
                        ArticleRack.host("erato") + " is no node of the cluster",
                        ArticleRack.host("clio") + " is not Ready",
                        ArticleRack.host("thalia") + " runs v1.36.2, wanted is v1.36.3");
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
                .containsExactly("etcd member epimethee does not serve: context deadline exceeded");
    }

    @Test
    void membersWithoutLeaderAreToldOnce() {
        for (EtcdSpec.Member member : rack.spec().etcd().members()) {
            etcd(member.name(), serving(member.name(), "0"));
        }

        assertThat(status().complaints()).containsExactly("etcd has no leader");
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

        ClusterStatus status = new StatusReading(rack.spec(), rack.view()).read(new Gathered(facts.book(), failures));

        assertThat(status.complaints())
                .containsExactly(
                        host + ": no route to host", "etcd member pandore does not serve: its host does not answer");
        assertThat(status.nodes()).hasSize(12);
    }

    private ClusterStatus status() {
        return new StatusReading(rack.spec(), rack.view()).read(new Gathered(facts.book(), new TreeMap<>()));
    }

    private Question<EtcdFact> etcd() {
        return EtcdProbe.of(rack.spec()).question();
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

    private void replace(String host, boolean ready, String kubelet) {
        NodeFact fact = cluster.nodes().get(ArticleRack.host(host));
        cluster.nodes().put(fact.name(), new NodeFact(fact.name(), ready, fact.labels(), fact.taints(), kubelet));
    }
}
