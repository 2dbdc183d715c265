package io.urania.cluster.phases;

import static io.urania.cluster.phases.Plans.behind;
import static io.urania.cluster.phases.Plans.change;
import static io.urania.cluster.phases.Plans.id;
import static io.urania.cluster.phases.Plans.named;
import static org.assertj.core.api.Assertions.assertThat;

import io.urania.cluster.HostShells;
import io.urania.cluster.observation.ClusterFact;
import io.urania.cluster.operation.BundleNeeds;
import io.urania.cluster.phase.BaseImages;
import io.urania.cluster.port.HostPorts;
import io.urania.engine.plan.Change;
import io.urania.engine.plan.Plan;
import io.urania.engine.plan.TaskId;
import io.urania.engine.resource.file.FileFact;
import io.urania.engine.resource.file.FileProbe;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Without a host: etcd that kubeadm runs as static pods of control plane hosts. */
class EtcdByKubeadmTest {

    private static final List<String> CONTROL_PLANE = List.of("pandore", "hellenes", "epimethee");
    private static final String MANIFEST = "/etc/kubernetes/manifests/etcd.yaml";

    @TempDir
    Path directory;

    private ArticleRack rack(String more) {
        return ArticleRack.of(directory, ArticleRack.NEWEST + ArticleRack.ETCD_BY_KUBEADM + more);
    }

    @Test
    void hostsGetNoServiceOfEtcdAndNoCertificates() {
        ArticleRack rack = rack("");

        assertThat(rack.tasks())
                .extracting(task -> task.id().name())
                .noneMatch(name ->
                        name.contains("etcd.service") || name.contains("/etc/etcd") || name.contains("/ssl/etcd"))
                .contains("program /usr/local/bin/etcdctl", "image registry.k8s.io/etcd:3.6.8-0")
                .doesNotContain("program /usr/local/bin/etcd");
        assertThat(rack.deployment().etcdCertificates()).isEmpty();
        assertThat(rack.tasks().stream()
                        .filter(task -> task.id().name().equals("image registry.k8s.io/etcd:3.6.8-0"))
                        .map(task -> task.id().host()))
                .containsExactlyInAnyOrderElementsOf(
                        CONTROL_PLANE.stream().map(ArticleRack::host).toList());
    }

    @Test
    void initWaitsForTheImageAndTheConfiguration() {
        Plan plan = plan(rack(""));

        assertThat(change(plan, id("pandore", "kubeadm init")).needs())
                .contains(
                        id("pandore", "image registry.k8s.io/etcd:3.6.8-0"),
                        id("pandore", "program /usr/local/bin/etcdctl"),
                        id("pandore", "file /etc/kubernetes/kubeadm-etcd.yaml"));
        assertThat(named(plan, "etcd pod")).isEmpty();
    }

    @Test
    void controlPlaneHostsJoinOneAfterTheOtherAndWorkersDoNotWaitForThem() {
        Plan plan = plan(rack(""));

        assertThat(behind(plan, id("hellenes", "kubeadm join")).stream().filter(Plans::isJoin))
                .isEmpty();
        assertThat(behind(plan, id("epimethee", "kubeadm join")).stream().filter(Plans::isJoin))
                .containsExactly(id("hellenes", "kubeadm join"));
        assertThat(behind(plan, id("erato", "kubeadm join")).stream().filter(Plans::isJoin))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {ArticleRack.NEWEST, ArticleRack.ARTICLES_OWN})
    void whereAllIsAsWantedNothingIsPlanned(String version) {
        ArticleRack rack = ArticleRack.of(directory, version + ArticleRack.ETCD_BY_KUBEADM);

        assertThat(rack.plan(FactsOf.finishedHosts(rack).book()).changes()).isEmpty();
    }

    @Test
    void whatWasAppliedLeavesNothingToDo() {
        ArticleRack rack = rack("");
        FactsOf bare = FactsOf.bareHosts(rack);

        assertThat(rack.plan(bare.afterwards(rack.plan(bare.book())).book()).changes())
                .isEmpty();
    }

    @Test
    void anotherSettingOfEtcdChangesMembersInTurnAndThenTheRest() {
        ArticleRack rack = rack("etcd_snapshot_count: 5000\n");
        FactsOf facts = FactsOf.finishedHosts(rack);
        for (String host : CONTROL_PLANE) {
            for (String file : List.of("/etc/kubernetes/kubeadm.yaml", "/etc/kubernetes/kubeadm-etcd.yaml")) {
                facts.with(ArticleRack.host(host), FileProbe.at(file), FactsOf.file("644", "root", "before"));
            }
        }

        Plan plan = rack.plan(facts.book());

        assertThat(named(plan, "etcd pod")).containsExactlyInAnyOrderElementsOf(of("etcd pod"));
        for (String host : CONTROL_PLANE) {
            Change member = change(plan, id(host, "etcd pod"));
            assertThat(member.title()).isEqualTo("restart the etcd member");
            assertThat(member.difference().turn()).contains("etcd members");
            assertThat(member.difference().interrupts()).hasSize(1);
            assertThat(behind(plan, id(host, "control plane pods"))).containsAll(of("etcd pod"));
        }
        assertThat(rack.plan(facts.afterwards(plan).book()).changes()).isEmpty();
    }

    @Test
    void anotherSettingOfApiServersTouchesNoMember() {
        ArticleRack rack = rack("");
        FactsOf facts = FactsOf.finishedHosts(rack);
        facts.with(
                ArticleRack.host("pandore"),
                FileProbe.at("/etc/kubernetes/kubeadm.yaml"),
                FactsOf.file("644", "root", "before"));

        Plan plan = rack.plan(facts.book());

        assertThat(named(plan, "control plane pods")).containsExactly(id("pandore", "control plane pods"));
        assertThat(named(plan, "etcd pod")).isEmpty();
    }

    /** A join that was cut off between its kubelet and its member. */
    @Test
    void aControlPlaneHostWithoutItsMemberJoinsAgain() {
        ArticleRack rack = rack("");
        FactsOf facts = FactsOf.finishedHosts(rack)
                .with(ArticleRack.host("hellenes"), FileProbe.at(MANIFEST), new FileFact.Absent());

        Plan plan = rack.plan(facts.book());

        assertThat(named(plan, "kubeadm join")).containsExactly(id("hellenes", "kubeadm join"));
        assertThat(script(rack, facts, "hellenes"))
                .contains("kubeadm join phase etcd-join --config=/run/urania/kubeadm-join.yaml\n")
                .contains("phase control-plane-join mark-control-plane");
    }

    @Test
    void olderKubeadmsHaveTheMembersPhaseElsewhere() {
        ArticleRack rack = ArticleRack.of(directory, ArticleRack.ARTICLES_OWN + ArticleRack.ETCD_BY_KUBEADM);
        FactsOf facts = FactsOf.finishedHosts(rack)
                .with(ArticleRack.host("hellenes"), FileProbe.at(MANIFEST), new FileFact.Absent());

        assertThat(script(rack, facts, "hellenes"))
                .contains("kubeadm join phase control-plane-join etcd --config=/run/urania/kubeadm-join.yaml\n");
    }

    @Test
    void anHostWhoseClusterIsAsleepKeepsWhatItHas() {
        ArticleRack rack = rack("");
        FactsOf facts = FactsOf.finishedHosts(rack);
        rack.spec().controlPlane().forEach(node -> facts.cluster(node, new ClusterFact.Silent("refused")));

        assertThat(named(rack.plan(facts.book()), "kubeadm join")).isEmpty();
    }

    @ParameterizedTest
    @FieldSource("io.urania.cluster.HostShells#PRESENT")
    void whatChangesAMemberIsShellThatHostsCanRead(String shell) throws Exception {
        ArticleRack rack = rack("");
        FactsOf facts = FactsOf.finishedHosts(rack)
                .with(
                        ArticleRack.host("pandore"),
                        FileProbe.at("/etc/kubernetes/kubeadm-etcd.yaml"),
                        FactsOf.file("644", "root", "before"));

        String script = change(rack.plan(facts.book()), id("pandore", "etcd pod"))
                .difference()
                .operation()
                .apply(_ -> Optional.empty())
                .script();

        assertThat(script)
                .contains("kubeadm init phase etcd local --config=/etc/kubernetes/kubeadm-etcd.yaml")
                .contains("--cacert=/etc/kubernetes/ssl/etcd/ca.crt")
                .contains("https://10.42.253.41:2379");
        assertThat(HostShells.mistakes(shell, script)).isEmpty();
    }

    @Test
    void theBundleNeedsTheImageOfEtcd() throws Exception {
        assertThat(BundleNeeds.of(rack("").spec()).components()).contains(BaseImages.ETCD_COMPONENT, "etcd");
        assertThat(BundleNeeds.of(ArticleRack.of(directory, ArticleRack.NEWEST).spec())
                        .components())
                .doesNotContain(BaseImages.ETCD_COMPONENT);
    }

    @Test
    void portsAreThoseOfMembersAndOfTheirMetrics() {
        ArticleRack rack = rack("");

        assertThat(HostPorts.of(rack.spec(), rack.node("pandore").host()))
                .filteredOn(port -> port.programs().contains("etcd"))
                .extracting(port -> port.number())
                .containsExactly(2379, 2380, 2381);
        assertThat(HostPorts.of(
                        rack("etcd_metrics_port: 9999\n").spec(),
                        rack.node("pandore").host()))
                .filteredOn(port -> port.programs().contains("etcd"))
                .extracting(port -> port.number())
                .containsExactly(2379, 2380, 9999);
    }

    private static Plan plan(ArticleRack rack) {
        return rack.plan(FactsOf.bareHosts(rack).book());
    }

    private static List<TaskId> of(String name) {
        return CONTROL_PLANE.stream().map(host -> id(host, name)).toList();
    }

    private static String script(ArticleRack rack, FactsOf facts, String host) {
        return Stream.of(change(rack.plan(facts.book()), id(host, "kubeadm join")))
                .map(join -> join.difference()
                        .operation()
                        .apply(_ -> Optional.of(FactsOf.AUTHORITY))
                        .script())
                .findFirst()
                .orElseThrow();
    }
}
