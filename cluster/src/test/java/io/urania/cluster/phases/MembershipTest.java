package io.urania.cluster.phases;

import static io.urania.cluster.phases.Plans.change;
import static io.urania.cluster.phases.Plans.id;
import static io.urania.cluster.phases.Plans.ids;
import static io.urania.cluster.phases.Plans.named;
import static org.assertj.core.api.Assertions.assertThat;

import io.urania.cluster.observation.ClusterFact;
import io.urania.engine.plan.Change;
import io.urania.engine.plan.Plan;
import io.urania.engine.plan.TaskId;
import io.urania.engine.resource.file.FileFact;
import io.urania.engine.resource.file.FileProbe;
import java.nio.file.Path;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who initialises, who joins and who lets others join, on racks that are half done, damaged or asleep. */
class MembershipTest {
    private static final TaskId INIT = id("pandore", "kubeadm init");

    @TempDir
    Path directory;

    private ArticleRack rack;

    @BeforeEach
    void readTheArticle() {
        rack = ArticleRack.of(directory, ArticleRack.NEWEST);
    }

    @Test
    void anInitWhoseApiServerDoesNotAnswerIsRunAgain() {
        FactsOf facts =
                FactsOf.bareHosts(rack).cluster(rack.node("pandore"), new ClusterFact.Silent("connection refused"));

        Plan plan = rack.plan(facts.book());

        assertThat(change(plan, INIT).difference().before())
                .hasToString("incomplete initialisation: no API server answers");
        assertThat(named(plan, "kubeadm join")).hasSize(11);
    }

    @Test
    void nodesOfAClusterThatSleepsDoNotJoinAgain() {
        FactsOf facts = knowing(FactsOf.finishedHosts(rack), new ClusterFact.Silent("connection refused"))
                .lose(rack.node("thalia"));

        assertThat(named(rack.plan(facts.book()), "kubeadm join")).containsExactly(id("thalia", "kubeadm join"));
    }

    @Test
    void nodesOfAClusterThatIsGoneJoinTheNewOne() {
        FactsOf facts = FactsOf.finishedHosts(rack);
        rack.spec().controlPlane().forEach(facts::lose);

        assertThat(named(rack.plan(facts.book()), "kubeadm join")).hasSize(11);
    }

    @Test
    void anInitThatDidNotReachItsEndIsRunAgainAlthoughTheApiServerAnswers() {
        FactsOf facts = FactsOf.bareHosts(rack);
        ClusterFact.Answering unfinished =
                new ClusterFact.Answering(false, FactsOf.AUTHORITY, new TreeMap<>(), new TreeMap<>());
        facts.cluster(rack.node("pandore"), unfinished);

        Plan plan = rack.plan(facts.book());

        assertThat(change(plan, INIT).difference().before()).hasToString("incomplete initialisation");
        assertThat(named(plan, "admit nodes")).isEmpty();
        assertThat(change(plan, id("erato", "kubeadm join")).needs()).contains(INIT);
    }

    @Test
    void aNewWorkerOfAnOldClusterIsAdmittedByTheFirstHostThatAnswers() {
        FactsOf facts = FactsOf.finishedHosts(rack).lose(rack.node("thalia"));
        knowing(facts, without("thalia"));
        facts.cluster(rack.node("pandore"), new ClusterFact.Silent("connection refused"));

        Plan plan = rack.plan(facts.book());

        assertThat(named(plan, "kubeadm init")).isEmpty();
        assertThat(named(plan, "admit nodes")).containsExactly(id("hellenes", "admit nodes"));
        Change join = change(plan, id("thalia", "kubeadm join"));
        assertThat(join.needs()).contains(id("hellenes", "admit nodes"));
        assertThat(join.difference().inputs()).isEmpty();
        assertThat(change(plan, id("hellenes", "admit nodes")).title())
                .isEqualTo("create join credentials for one node");
    }

    @Test
    void aJoinThatDidNotEndIsAdmittedAndRunAgain() {
        FactsOf facts = FactsOf.finishedHosts(rack)
                .with(
                        ArticleRack.host("hellenes"),
                        FileProbe.at("/etc/kubernetes/manifests/kube-scheduler.yaml"),
                        new FileFact.Absent());

        Plan plan = rack.plan(facts.book());

        assertThat(ids(plan))
                .containsExactly(
                        id("pandore", "admit nodes"),
                        id("hellenes", "kubeadm join"),
                        id("pandore", "admit no more nodes"));
        assertThat(change(plan, id("hellenes", "kubeadm join")).difference().before())
                .hasToString("known to the cluster, but the join is incomplete");
    }

    /** Whoever may read secrets of kube-system, or finds a copy of them, could let a node in for two hours. */
    @Test
    void whatLetsNodesInIsTakenBackByTheHostThatGaveItWhenTheLastHasJoined() {
        FactsOf facts = FactsOf.finishedHosts(rack).lose(rack.node("thalia"));
        knowing(facts, without("thalia"));
        facts.cluster(rack.node("pandore"), new ClusterFact.Silent("connection refused"));

        Plan plan = rack.plan(facts.book());

        assertThat(named(plan, "admit no more nodes")).containsExactly(id("hellenes", "admit no more nodes"));
        assertThat(change(plan, id("hellenes", "admit no more nodes")).needs())
                .contains(id("thalia", "kubeadm join"), id("hellenes", "admit nodes"));
    }

    @Test
    void whatAnInterruptedRunHasLeftIsTakenBackByTheNext() {
        ClusterFact.Answering finished = FactsOf.finished(rack);
        TreeMap<String, String> objects = new TreeMap<>(finished.objects());
        objects.put("Secret kube-system/kubeadm-certs", "");
        FactsOf facts = FactsOf.finishedHosts(rack)
                .cluster(
                        rack.node("pandore"),
                        new ClusterFact.Answering(true, finished.authority(), finished.nodes(), objects));

        Plan plan = rack.plan(facts.book());

        assertThat(ids(plan)).containsExactly(id("pandore", "admit no more nodes"));
        assertThat(change(plan, id("pandore", "admit no more nodes"))
                        .difference()
                        .before())
                .hasToString("a bootstrap token or uploaded certificates, left by an earlier run");
    }

    @Test
    void aLostFirstControlPlaneHostJoinsTheClusterThatLivesOn() {
        FactsOf facts = FactsOf.finishedHosts(rack);
        knowing(facts, without("pandore"));
        facts.lose(rack.node("pandore"));

        Plan plan = rack.plan(facts.book());

        assertThat(named(plan, "kubeadm init")).isEmpty();
        assertThat(named(plan, "admit nodes")).containsExactly(id("hellenes", "admit nodes"));
        assertThat(named(plan, "kubeadm join")).containsExactly(id("pandore", "kubeadm join"));
        assertThat(change(plan, id("pandore", "kubeadm join")).title()).isEqualTo("join the control plane");
        assertThat(change(plan, id("pandore", "kubeadm join")).needs()).contains(id("hellenes", "admit nodes"));
        assertThat(named(plan, "service kubelet.service")).isEmpty();
    }

    @Test
    void objectsAreAppliedFromALostFirstHostOnlyAfterItHasJoined() {
        ClusterFact.Answering cluster = without("pandore");
        cluster.objects().remove("DaemonSet kube-system/flannel");
        FactsOf facts = FactsOf.finishedHosts(rack);
        knowing(facts, cluster);
        facts.lose(rack.node("pandore"));

        Plan plan = rack.plan(facts.book());

        assertThat(change(plan, id("pandore", "manifest flannel")).needs()).contains(id("pandore", "kubeadm join"));
    }

    private ClusterFact.Answering without(String lost) {
        ClusterFact.Answering cluster = FactsOf.finished(rack);
        cluster.nodes().remove(ArticleRack.host(lost));
        return cluster;
    }

    private FactsOf knowing(FactsOf facts, ClusterFact cluster) {
        rack.spec().controlPlane().forEach(node -> facts.cluster(node, cluster));
        return facts;
    }
}
