package io.urania.cluster.phases;

import static org.assertj.core.api.Assertions.assertThat;

import io.urania.cluster.observation.ClusterFact;
import io.urania.cluster.observation.NodeFact;
import io.urania.engine.batch.Payload;
import io.urania.engine.plan.Change;
import io.urania.engine.plan.Outputs;
import io.urania.engine.plan.Plan;
import io.urania.engine.plan.TaskId;
import io.urania.engine.resource.FileFact;
import io.urania.engine.resource.FileProbe;
import io.urania.engine.resource.ProgramProbe;
import io.urania.engine.system.SystemProbe;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Plans of the article's rack, from facts. */
class PlanningTest {
    static final String AUTHORITY = """
            -----BEGIN CERTIFICATE-----
            dGhlIGNsdXN0ZXIncyBhdXRob3JpdHk=
            -----END CERTIFICATE-----
            """;

    private static final TaskId INIT = id("pandore", "kubeadm init");

    @TempDir
    Path directory;

    private ArticleRack rack;

    @BeforeEach
    void readTheArticle() {
        rack = ArticleRack.of(directory, ArticleRack.NEWEST);
    }

    @Test
    void onBareHostsTheClusterIsInitialisedOnceAndEveryOtherNodeJoins() {
        Plan plan = rack.plan(FactsOf.bareHosts(rack).book());

        assertThat(named(plan, "kubeadm init")).containsExactly(INIT);
        assertThat(named(plan, "kubeadm join")).hasSize(11).doesNotContain(id("pandore", "kubeadm join"));
        assertThat(named(plan, "service etcd.service"))
                .extracting(TaskId::host)
                .containsExactlyInAnyOrder(
                        ArticleRack.host("pandore"), ArticleRack.host("hellenes"), ArticleRack.host("epimethee"));
        assertThat(named(plan, "service haproxy.service")).containsExactly(id("balancer", "service haproxy.service"));
        assertThat(plan.changes())
                .filteredOn(change -> change.id().name().startsWith("manifest "))
                .hasSize(5);
        assertThat(plan.changes())
                .filteredOn(change -> change.id().name().startsWith("marks of "))
                .hasSize(9);
        assertThat(named(plan, "admit nodes")).isEmpty();
        assertThat(named(plan, "service kubelet.service")).isEmpty();
    }

    @Test
    void aWorkersJoinWaitsForTheClusterAndItsOwnHostOnly() {
        Plan plan = rack.plan(FactsOf.bareHosts(rack).book());

        Set<TaskId> needs = change(plan, id("erato", "kubeadm join")).needs();

        assertThat(needs)
                .contains(
                        INIT,
                        id("balancer", "service haproxy.service"),
                        id("erato", "service containerd.service"),
                        id("erato", "image registry.k8s.io/pause:3.10.2"),
                        id("erato", "program /usr/local/bin/kubelet"),
                        id("erato", "program /usr/local/bin/kubeadm"),
                        id("erato", "file /etc/kubernetes/kubelet.yaml"),
                        id("erato", "lines of /etc/hosts"))
                .doesNotContain(
                        id("erato", "image ghcr.io/flannel-io/flannel:v0.28.10"), id("hellenes", "kubeadm join"));
        assertThat(behind(plan, id("erato", "kubeadm join")))
                .extracting(TaskId::host)
                .containsOnly(
                        ArticleRack.host("erato"),
                        ArticleRack.host("balancer"),
                        ArticleRack.host("pandore"),
                        ArticleRack.host("hellenes"),
                        ArticleRack.host("epimethee"));
    }

    @Test
    void initWaitsForEtcdBalancerAndItsOwnImagesButForNoOtherNode() {
        Plan plan = rack.plan(FactsOf.bareHosts(rack).book());

        assertThat(change(plan, INIT).needs())
                .contains(
                        id("pandore", "service etcd.service"),
                        id("hellenes", "service etcd.service"),
                        id("epimethee", "service etcd.service"),
                        id("balancer", "service haproxy.service"),
                        id("pandore", "image registry.k8s.io/kube-apiserver:v1.36.3"),
                        id("pandore", "file /etc/ssl/etcd/ssl/client-key.pem"))
                .doesNotContain(
                        id("pandore", "image ghcr.io/flannel-io/flannel:v0.28.10"),
                        id("hellenes", "image registry.k8s.io/kube-apiserver:v1.36.3"));
        assertThat(behind(plan, INIT))
                .noneMatch(id -> rack.spec().node(id.host()).stream().anyMatch(node -> !node.controlPlane()));
    }

    @Test
    void etcdMembersStartWithoutWaitingForEachOther() {
        Plan plan = rack.plan(FactsOf.bareHosts(rack).book());

        assertThat(behind(plan, id("hellenes", "service etcd.service")))
                .extracting(TaskId::host)
                .containsOnly(ArticleRack.host("hellenes"));
    }

    @Test
    void networkIsAppliedAsSoonAsThereIsAClusterAndMarksAsSoonAsThereIsTheNode() {
        Plan plan = rack.plan(FactsOf.bareHosts(rack).book());

        assertThat(behind(plan, id("pandore", "manifest flannel")))
                .contains(INIT)
                .noneMatch(PlanningTest::isJoin);
        assertThat(behind(plan, id("pandore", "marks of " + ArticleRack.host("erato"))).stream()
                        .filter(PlanningTest::isJoin))
                .containsExactly(id("erato", "kubeadm join"));
    }

    @Test
    void allArchitecturesGetTheirOwnPrograms() {
        ArticleRack article = ArticleRack.of(directory, "kube_version: v1.19.5\nkube_proxy_mode: iptables\n");
        FactsOf facts = FactsOf.bareHosts(article, Systems.raspberryPi(4))
                .with(ArticleRack.host("erato"), SystemProbe.QUESTION, Systems.raspberryPiOf32Bits());

        Plan plan = article.plan(facts.book());

        assertThat(payloads(change(plan, id("erato", "program /usr/local/bin/kubelet"))))
                .contains("for arm\n");
        assertThat(payloads(change(plan, id("thalia", "program /usr/local/bin/kubelet"))))
                .contains("for arm64\n");
    }

    @Test
    void whereAllIsAsWantedNothingIsPlanned() {
        Plan plan = rack.plan(FactsOf.finishedHosts(rack).book());

        assertThat(plan.changes()).isEmpty();
        assertThat(plan.unchanged()).isEqualTo(rack.tasks().size());
    }

    @Test
    void whereAllIsAsWantedNothingIsPlannedForTheArticlesOwnVersionEither() {
        ArticleRack article = ArticleRack.of(directory, ArticleRack.ARTICLES_OWN);

        assertThat(article.plan(FactsOf.finishedHosts(article).book()).changes())
                .isEmpty();
    }

    @Test
    void anInitWhoseApiServerDoesNotAnswerIsRunAgain() {
        FactsOf facts =
                FactsOf.bareHosts(rack).cluster(rack.node("pandore"), new ClusterFact.Silent("connection refused"));

        Plan plan = rack.plan(facts.book());

        assertThat(change(plan, INIT).difference().before())
                .isEqualTo("an initialisation that did not end: no API server answers");
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
                new ClusterFact.Answering(false, AUTHORITY, new TreeMap<>(), new TreeMap<>());
        facts.cluster(rack.node("pandore"), unfinished);

        Plan plan = rack.plan(facts.book());

        assertThat(change(plan, INIT).difference().before()).isEqualTo("an initialisation that did not end");
        assertThat(named(plan, "admit nodes")).isEmpty();
        assertThat(change(plan, id("erato", "kubeadm join")).needs()).contains(INIT);
    }

    @Test
    void joinsOfANewClusterTakeItsAuthorityFromWhatInitPrints() {
        Plan plan = rack.plan(FactsOf.bareHosts(rack).book());

        Change join = change(plan, id("erato", "kubeadm join"));
        String sent =
                payloads(join, task -> task.equals(INIT) ? Optional.of("[init] …\n" + AUTHORITY) : Optional.empty());

        assertThat(join.difference().inputs()).containsExactly(INIT);
        assertThat(sent).contains(Base64.getEncoder().encodeToString(AUTHORITY.getBytes(StandardCharsets.US_ASCII)));
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
        assertThat(change(plan, id("hellenes", "admit nodes")).title()).isEqualTo("let one node join");
    }

    @Test
    void aJoinThatDidNotEndIsAdmittedAndRunAgain() {
        FactsOf facts = FactsOf.finishedHosts(rack)
                .with(
                        ArticleRack.host("hellenes"),
                        FileProbe.at("/etc/kubernetes/manifests/kube-scheduler.yaml"),
                        new FileFact.Absent());

        Plan plan = rack.plan(facts.book());

        assertThat(ids(plan)).containsExactly(id("pandore", "admit nodes"), id("hellenes", "kubeadm join"));
        assertThat(change(plan, id("hellenes", "kubeadm join")).difference().before())
                .isEqualTo("known to the cluster, but a join that did not end");
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

    @Test
    void aManifestOfWhichAnObjectIsMissingIsAppliedAndNothingElse() {
        ClusterFact.Answering cluster = FactsOf.finished(rack);
        cluster.objects().remove("DaemonSet kube-system/flannel");

        Plan plan = rack.plan(knowing(FactsOf.finishedHosts(rack), cluster).book());

        assertThat(ids(plan)).containsExactly(id("pandore", "manifest flannel"));
        assertThat(plan.changes().getFirst().difference().after()).isEqualTo("DaemonSet kube-system/flannel");
    }

    @Test
    void aManifestThatWasAppliedWithOtherSettingsIsAppliedAgain() {
        ClusterFact.Answering cluster = FactsOf.finished(rack);
        cluster.objects().put("ConfigMap kube-system/coredns", "0".repeat(64));

        Plan plan = rack.plan(knowing(FactsOf.finishedHosts(rack), cluster).book());

        assertThat(ids(plan)).containsExactly(id("pandore", "manifest coredns"));
        assertThat(plan.changes().getFirst().difference().before()).isEqualTo("1 objects differ");
    }

    @Test
    void aMissingLabelIsSetAndNothingElse() {
        ClusterFact.Answering cluster = FactsOf.finished(rack);
        node(cluster, "erato").labels().remove("node-role.kubernetes.io/worker");

        Plan plan = rack.plan(knowing(FactsOf.finishedHosts(rack), cluster).book());

        assertThat(ids(plan)).containsExactly(id("pandore", "marks of " + ArticleRack.host("erato")));
        assertThat(plan.changes().getFirst().title()).isEqualTo("mark erato as worker");
        assertThat(plan.changes().getFirst().difference().after()).isEqualTo("node-role.kubernetes.io/worker=true");
    }

    @Test
    void aLabelOfANodeWithoutRoleIsTold() {
        ClusterFact.Answering cluster = FactsOf.finished(rack);
        node(cluster, "pandore").labels().put("my.topology/rack", "elsewhere");

        Plan plan = rack.plan(knowing(FactsOf.finishedHosts(rack), cluster).book());

        assertThat(plan.changes()).extracting(Change::title).containsExactly("mark pandore");
    }

    @Test
    void labelsAndTaintsOfOthersAreLeftAlone() {
        ClusterFact.Answering cluster = FactsOf.finished(rack);
        node(cluster, "erato").labels().put("example.com/disk", "ssd");
        node(cluster, "erato").taints().add("node.kubernetes.io/unschedulable:NoSchedule");

        assertThat(rack.plan(knowing(FactsOf.finishedHosts(rack), cluster).book())
                        .changes())
                .isEmpty();
    }

    @Test
    void anotherKubeletConfigurationIsWrittenAndItsKubeletRestartedOnThatHostOnly() {
        FactsOf facts = FactsOf.finishedHosts(rack)
                .with(
                        ArticleRack.host("clio"),
                        FileProbe.at("/etc/kubernetes/kubelet.yaml"),
                        FactsOf.file("644", "root", "maxPods: 5\n"));

        Plan plan = rack.plan(facts.book());

        assertThat(ids(plan))
                .containsExactly(
                        id("clio", "file /etc/kubernetes/kubelet.yaml"), id("clio", "service kubelet.service"));
        assertThat(change(plan, id("clio", "service kubelet.service")).title()).isEqualTo("restart kubelet.service");
    }

    @Test
    void anotherKubeletIsReplacedAndRestarted() {
        FactsOf facts = FactsOf.finishedHosts(rack)
                .with(ArticleRack.host("clio"), ProgramProbe.at("/usr/local/bin/kubelet"), "0".repeat(64));

        assertThat(ids(rack.plan(facts.book())))
                .containsExactly(id("clio", "program /usr/local/bin/kubelet"), id("clio", "service kubelet.service"));
    }

    @Test
    void anotherMemoryLimitRestartsEveryMemberAndNothingOfKubernetes() {
        FactsOf facts = FactsOf.finishedHosts(rack);
        for (var member : rack.spec().etcd().members()) {
            facts.with(
                    member.host().name(),
                    FileProbe.at("/etc/systemd/system/etcd.service"),
                    FactsOf.file("644", "root", "[Service]\n"));
        }

        assertThat(rack.plan(facts.book()).changes())
                .hasSize(6)
                .extracting(change -> change.id().name())
                .containsOnly("file /etc/systemd/system/etcd.service", "service etcd.service");
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

    private static NodeFact node(ClusterFact.Answering cluster, String shortName) {
        NodeFact fact = cluster.nodes().get(ArticleRack.host(shortName));
        NodeFact changeable = new NodeFact(
                fact.name(), fact.ready(), new TreeMap<>(fact.labels()), new TreeSet<>(fact.taints()), fact.kubelet());
        cluster.nodes().put(fact.name(), changeable);
        return changeable;
    }

    private static TaskId id(String shortName, String task) {
        return new TaskId(ArticleRack.host(shortName), task);
    }

    private static boolean isJoin(TaskId id) {
        return id.name().equals("kubeadm join");
    }

    private static List<TaskId> ids(Plan plan) {
        return plan.changes().stream().map(Change::id).toList();
    }

    private static List<TaskId> named(Plan plan, String task) {
        return ids(plan).stream().filter(id -> id.name().equals(task)).toList();
    }

    private static Change change(Plan plan, TaskId id) {
        return plan.changes().stream()
                .filter(change -> change.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError(id + " is not in the plan"));
    }

    /** Everything that must be done before a change. */
    private static Set<TaskId> behind(Plan plan, TaskId id) {
        Set<TaskId> behind = new TreeSet<>();
        for (TaskId need : change(plan, id).needs()) {
            behind.add(need);
            behind.addAll(behind(plan, need));
        }
        return behind;
    }

    private static String payloads(Change change) {
        return payloads(change, _ -> Optional.empty());
    }

    private static String payloads(Change change, Outputs outputs) {
        return change.difference().operation().apply(outputs).payloads().stream()
                .map(PlanningTest::text)
                .collect(Collectors.joining());
    }

    private static String text(Payload payload) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            payload.writeTo(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
