package io.urania.cluster.phases;

import static io.urania.cluster.phases.Plans.behind;
import static io.urania.cluster.phases.Plans.change;
import static io.urania.cluster.phases.Plans.id;
import static io.urania.cluster.phases.Plans.named;
import static io.urania.cluster.phases.Plans.payloads;
import static org.assertj.core.api.Assertions.assertThat;

import io.urania.engine.plan.Change;
import io.urania.engine.plan.Plan;
import io.urania.engine.plan.TaskId;
import io.urania.engine.system.SystemProbe;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is planned for bare hosts, and in which order it may be done. */
class NewClusterTest {
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
        assertThat(named(plan, "admit no more nodes")).containsExactly(id("pandore", "admit no more nodes"));
        assertThat(behind(plan, id("pandore", "admit no more nodes")).stream().filter(Plans::isJoin))
                .hasSize(11);
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
                .noneMatch(Plans::isJoin);
        assertThat(behind(plan, id("pandore", "marks of " + ArticleRack.host("erato"))).stream()
                        .filter(Plans::isJoin))
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
    void joinsOfANewClusterTakeItsAuthorityFromWhatInitPrints() {
        Plan plan = rack.plan(FactsOf.bareHosts(rack).book());

        Change join = change(plan, id("erato", "kubeadm join"));
        String sent = payloads(
                join, task -> task.equals(INIT) ? Optional.of("[init] …\n" + FactsOf.AUTHORITY) : Optional.empty());

        assertThat(join.difference().inputs()).containsExactly(INIT);
        assertThat(sent)
                .contains(Base64.getEncoder().encodeToString(FactsOf.AUTHORITY.getBytes(StandardCharsets.US_ASCII)));
    }
}
