package io.urania.cluster.phases;

import static io.urania.cluster.phases.Plans.change;
import static io.urania.cluster.phases.Plans.id;
import static io.urania.cluster.phases.Plans.ids;
import static org.assertj.core.api.Assertions.assertThat;

import io.urania.cluster.observation.ClusterFact;
import io.urania.cluster.observation.NodeFact;
import io.urania.cluster.phases.controlplane.ManifestProxyProbe;
import io.urania.engine.note.FileNote;
import io.urania.engine.note.FileNoteProbe;
import io.urania.engine.plan.Change;
import io.urania.engine.plan.Plan;
import io.urania.engine.resource.file.FileFact;
import io.urania.engine.resource.file.FileProbe;
import io.urania.engine.resource.file.ProgramProbe;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A finished rack with one thing that is not as it is wanted: that is repaired, and nothing else. */
class DriftTest {
    @TempDir
    Path directory;

    private ArticleRack rack;

    @BeforeEach
    void readTheArticle() {
        rack = ArticleRack.of(directory, ArticleRack.NEWEST);
    }

    @Test
    void aManifestOfWhichAnObjectIsMissingIsAppliedAndNothingElse() {
        ClusterFact.Answering cluster = FactsOf.finished(rack);
        cluster.objects().remove("DaemonSet kube-system/flannel");

        Plan plan = rack.plan(knowing(FactsOf.finishedHosts(rack), cluster).book());

        assertThat(ids(plan)).containsExactly(id("pandore", "manifest flannel"));
        assertThat(plan.changes().getFirst().difference().after()).hasToString("DaemonSet kube-system/flannel");
    }

    @Test
    void aManifestThatWasAppliedWithOtherSettingsIsAppliedAgain() {
        ClusterFact.Answering cluster = FactsOf.finished(rack);
        cluster.objects().put("ConfigMap kube-system/coredns", "0".repeat(64));

        Plan plan = rack.plan(knowing(FactsOf.finishedHosts(rack), cluster).book());

        assertThat(ids(plan)).containsExactly(id("pandore", "manifest coredns"));
        assertThat(plan.changes().getFirst().difference().before()).hasToString("1 objects differ");
    }

    @Test
    void objectsOfAnAddOnThatIsSwitchedOffAreRemovedAndNoOthers() {
        ArticleRack without = ArticleRack.of(
                directory, ArticleRack.NEWEST + "metrics_server_enabled: false\nenable_nodelocaldns: false\n");
        ClusterFact.Answering cluster = FactsOf.finished(rack);
        FactsOf facts = FactsOf.finishedHosts(without);
        without.spec().controlPlane().forEach(node -> facts.cluster(node, cluster));

        Plan plan = without.plan(facts.book());

        // Pods that run still ask the cache.
        assertThat(ids(plan)).containsExactly(id("pandore", "objects of removed components"));
        assertThat(plan.changes().getLast().difference().before().toString())
                .contains("Deployment kube-system/metrics-server", "APIService /v1beta1.metrics.k8s.io")
                .doesNotContain("node-local-dns", "coredns");
    }

    /** Found by the fuzz test of hosts' answers. */
    @Test
    void whatNoManifestCouldNameIsNotRemoved() {
        ClusterFact.Answering cluster = FactsOf.finished(rack);
        cluster.objects().put("ConfigMap kube-system/a\0b", "sum");
        cluster.objects().put("ConfigMap kube-system/--all", "sum");

        Plan plan = rack.plan(knowing(FactsOf.finishedHosts(rack), cluster).book());

        assertThat(plan.changes()).isEmpty();
    }

    @Test
    void wherePluginsReplaceKubeProxyItIsRemoved() throws IOException {
        ClusterFact.Answering cluster = FactsOf.finished(rack);
        ArticleRack replaced = rackWithoutKubeProxy();
        FactsOf facts = FactsOf.finishedHosts(replaced);
        replaced.spec().controlPlane().forEach(node -> facts.cluster(node, cluster));

        Plan plan = replaced.plan(facts.book());

        assertThat(ids(plan)).contains(id("pandore", "objects of removed components"));
        assertThat(plan.changes().getLast().difference().before().toString())
                .contains("DaemonSet kube-system/kube-proxy", "DaemonSet kube-system/flannel")
                .doesNotContain("coredns");
    }

    private ArticleRack rackWithoutKubeProxy() throws IOException {
        Path plugin = Files.writeString(
                directory.resolve("plugin.yaml"),
                "apiVersion: v1\nkind: ServiceAccount\nmetadata: {name: bridge, namespace: kube-system}\n");
        return ArticleRack.of(directory, ArticleRack.NEWEST + """
                        kube_network_plugin: cni
                        custom_cni_manifests: [%s]
                        kube_proxy_remove: true
                        """.formatted(plugin));
    }

    @Test
    void aMissingLabelIsSetAndNothingElse() {
        ClusterFact.Answering cluster = FactsOf.finished(rack);
        node(cluster, "erato").labels().remove("node-role.kubernetes.io/worker");

        Plan plan = rack.plan(knowing(FactsOf.finishedHosts(rack), cluster).book());

        assertThat(ids(plan)).containsExactly(id("pandore", "marks of " + ArticleRack.host("erato")));
        assertThat(plan.changes().getFirst().title()).isEqualTo("mark erato as worker");
        assertThat(plan.changes().getFirst().difference().after()).hasToString("node-role.kubernetes.io/worker=true");
    }

    @Test
    void aJoinThatWasCutOffBeforeItMarkedTheNodeIsFinished() {
        ClusterFact.Answering cluster = FactsOf.finished(rack);
        node(cluster, "hellenes").labels().keySet().removeIf(label -> !label.startsWith("my.topology/"));

        Plan plan = rack.plan(knowing(FactsOf.finishedHosts(rack), cluster).book());

        assertThat(ids(plan)).containsExactly(id("pandore", "marks of " + ArticleRack.host("hellenes")));
        assertThat(plan.changes().getFirst().difference().after().toString())
                .contains("node-role.kubernetes.io/control-plane=");
    }

    /** The article's control plane hosts are in group kube-node. */
    @Test
    void aControlPlaneNodeThatIsToRunPodsLosesTheTaintThatKubeadmGaveIt() {
        ClusterFact.Answering cluster = FactsOf.finished(rack);
        node(cluster, "hellenes").taints().add("node-role.kubernetes.io/control-plane:NoSchedule");

        Plan plan = rack.plan(knowing(FactsOf.finishedHosts(rack), cluster).book());

        assertThat(ids(plan)).containsExactly(id("pandore", "marks of " + ArticleRack.host("hellenes")));
        assertThat(plan.changes().getFirst().difference().before())
                .hasToString("taint node-role.kubernetes.io/control-plane:NoSchedule");
        assertThat(plan.changes().getFirst().difference().after()).hasToString("no such taint");
    }

    @Test
    void theTokenThatAJoinLeftBehindWhenItWasCutOffIsRemoved() {
        FactsOf facts = FactsOf.finishedHosts(rack)
                .with(
                        ArticleRack.host("erato"),
                        FileProbe.at("/etc/kubernetes/bootstrap-kubelet.conf"),
                        FactsOf.file("600", "root", "token\n"));

        assertThat(ids(rack.plan(facts.book())))
                .containsExactly(id("erato", "no file /etc/kubernetes/bootstrap-kubelet.conf"));
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

    @Test
    void membersOfEtcdAreRestartedOneAfterTheOther() {
        FactsOf facts = FactsOf.finishedHosts(rack);
        for (var member : rack.spec().etcd().members()) {
            facts.with(member.host().name(), FileProbe.at("/etc/etcd.env"), FactsOf.file("644", "root", ""));
        }

        Plan plan = rack.plan(facts.book());

        assertThat(change(plan, id("pandore", "service etcd.service")).needs())
                .containsExactly(id("pandore", "file /etc/etcd.env"));
        assertThat(change(plan, id("hellenes", "service etcd.service")).needs())
                .containsExactlyInAnyOrder(id("hellenes", "file /etc/etcd.env"), id("pandore", "service etcd.service"));
        assertThat(change(plan, id("epimethee", "service etcd.service")).needs())
                .containsExactlyInAnyOrder(
                        id("epimethee", "file /etc/etcd.env"), id("hellenes", "service etcd.service"));
    }

    @Test
    void otherSettingsOfTheApiServerRestartItOneHostAfterTheOther() {
        FactsOf facts = FactsOf.finishedHosts(rack);
        for (var node : rack.spec().controlPlane()) {
            facts.with(
                    node.name(),
                    FileProbe.at("/etc/kubernetes/kubeadm.yaml"),
                    FactsOf.file("644", "root", "kind: ClusterConfiguration\n"));
        }

        Plan plan = rack.plan(facts.book());

        assertThat(plan.changes())
                .hasSize(6)
                .extracting(change -> change.id().name())
                .containsOnly("file /etc/kubernetes/kubeadm.yaml", "control plane pods");
        assertThat(change(plan, id("hellenes", "control plane pods")).needs())
                .contains(id("pandore", "control plane pods"));
        assertThat(change(plan, id("pandore", "control plane pods"))
                        .difference()
                        .interrupts())
                .singleElement()
                .satisfies(interruption -> assertThat(interruption.what()).isEqualTo("the API server of the host"));
    }

    @Test
    void aManifestThatSomebodyRemovedIsMadeAgain() {
        FactsOf facts = FactsOf.finishedHosts(rack)
                .with(
                        ArticleRack.host("hellenes"),
                        FileProbe.at("/etc/kubernetes/manifests/kube-apiserver.yaml"),
                        new FileFact.Absent());

        assertThat(ids(rack.plan(facts.book()))).containsExactly(id("hellenes", "control plane pods"));
    }

    @Test
    void proxiesThatALoginBroughtIntoAManifestAreTakenOutOfIt() {
        FactsOf facts = FactsOf.finishedHosts(rack)
                .with(
                        ArticleRack.host("hellenes"),
                        ManifestProxyProbe.in("/etc/kubernetes/manifests/kube-scheduler.yaml"),
                        new TreeSet<>(List.of("HTTP_PROXY", "NO_PROXY")));

        Plan plan = rack.plan(facts.book());

        assertThat(ids(plan)).containsExactly(id("hellenes", "control plane pods"));
        assertThat(plan.changes().getFirst().difference().before())
                .hasToString("run with HTTP_PROXY, NO_PROXY, which the inventory does not set");
    }

    @Test
    void aFileOfOthersAtAPathOfOursIsNamedAndKept() {
        FactsOf facts = FactsOf.finishedHosts(rack)
                .with(
                        ArticleRack.host("balancer"),
                        FileProbe.at("/etc/haproxy/haproxy.cfg"),
                        FactsOf.file("644", "root", "bind :8080\n"))
                .with(ArticleRack.host("balancer"), FileNoteProbe.at("/etc/haproxy/haproxy.cfg"), new FileNote.None());

        Plan plan = rack.plan(facts.book());

        assertThat(ids(plan))
                .containsExactly(
                        id("balancer", "file /etc/haproxy/haproxy.cfg"), id("balancer", "service haproxy.service"));
        assertThat(plan.changes().getFirst().title()).isEqualTo("replace /etc/haproxy/haproxy.cfg");
        assertThat(plan.changes().getFirst().difference().before())
                .hasToString("not Urania's; kept as /etc/haproxy/haproxy.cfg.before-urania");
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
}
