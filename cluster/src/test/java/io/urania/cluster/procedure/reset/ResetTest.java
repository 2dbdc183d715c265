package io.urania.cluster.procedure.reset;

import static org.assertj.core.api.Assertions.assertThat;

import io.urania.cluster.HostShells;
import io.urania.cluster.leftover.Leftover;
import io.urania.cluster.leftover.Removal;
import io.urania.cluster.phase.Place;
import io.urania.cluster.phases.ArticleRack;
import io.urania.cluster.phases.etcd.EtcdData;
import io.urania.cluster.spec.ClusterSpec;
import io.urania.cluster.spec.EtcdInstance;
import io.urania.engine.fact.FactBook;
import io.urania.engine.plan.Change;
import io.urania.engine.plan.Plan;
import io.urania.engine.shell.Shell;
import io.urania.engine.text.ResourceText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class ResetTest {

    private static final EtcdInstance MAIN = EtcdInstance.ofObjects("/var/lib/etcd");
    private static final EtcdInstance EVENTS = EtcdInstance.ofEvents("/var/lib/etcd-events");

    @TempDir
    Path directory;

    /** Of no place may be forgotten what a phase leaves there. */
    @Test
    void unitsOfAllPlacesAreStopped() {
        ArticleRack rack = ArticleRack.of(directory, ArticleRack.NEWEST);
        LeftBehind left = new LeftBehind(rack.spec());
        Plan plan = new Reset(rack.spec()).plan(new FactBook(Map.of()));

        for (Place place : Place.values()) {
            for (Leftover leftover : left.on(place)) {
                if (leftover instanceof Leftover.Unit(String unit)) {
                    assertThat(Place.hosts(List.of(place), rack.spec()))
                            .allSatisfy(host -> assertThat(plan.changes().stream()
                                            .filter(change -> change.id().host().equals(host.name()))
                                            .map(change -> change.difference()
                                                    .operation()
                                                    .apply(_ -> Optional.empty())
                                                    .script()))
                                    .as(unit + " on " + host.name())
                                    .anyMatch(script -> script.contains(unit)));
                }
            }
        }
    }

    @Test
    void resetTakesFromEveryHostWhatItHas() {
        Plan plan = plan();

        assertThat(titles(plan, "pandore"))
                .containsExactly(
                        "remove Kubernetes from the node",
                        "remove etcd and its data",
                        "remove what earlier inventories had here",
                        "put back the files that were there before",
                        "remove our lines from /etc/hosts",
                        "check that nothing is left");
        assertThat(titles(plan, "balancer"))
                .containsExactly(
                        "stop the balancer",
                        "remove what earlier inventories had here",
                        "put back the files that were there before",
                        "remove our lines from /etc/hosts",
                        "check that nothing is left");
        assertThat(plan.changes())
                .allSatisfy(change ->
                        assertThat(change.needs()).allMatch(need -> need.host().equals(change.host())));
    }

    @ParameterizedTest
    @FieldSource("io.urania.cluster.HostShells#PRESENT")
    void whatAHostHasOfAnEarlierGroupIsTaken(String shell) throws Exception {
        Path etcd = written("etcd.service", "[Unit]\nDescription=etcd, the store of Kubernetes\n");
        Path kubelet = written("kubelet.service", "[Unit]\nDescription=kubelet, the node agent of Kubernetes\n");
        Path settings = written("etcd.env", "ETCD_NAME=erato\nETCD_DATA_DIR=/var/lib/etcd of mine\n");

        assertThat(HostShells.run(shell, leftovers(former(MAIN, etcd, settings), kubelet)))
                .isEqualTo("""
                        an etcd member is left, with its data in /var/lib/etcd of mine
                        etcd goes: /var/lib/etcd of mine
                        a kubelet is left
                        node goes
                        """);
    }

    @ParameterizedTest
    @FieldSource("io.urania.cluster.HostShells#PRESENT")
    void anEtcdOfEventsIsTakenFirstWithItsOwnData(String shell) throws Exception {
        Path etcd = written("etcd.service", "[Unit]\nDescription=etcd, the store of Kubernetes\n");
        Path events = written("etcd-events.service", "[Unit]\nDescription=etcd, the store of events of Kubernetes\n");
        Path settings = written("etcd.env", "ETCD_DATA_DIR=/var/lib/etcd\n");
        Path settingsOfEvents = written("etcd-events.env", "ETCD_DATA_DIR=/srv/events\n");
        Path nothing = directory.resolve("nothing");

        assertThat(HostShells.run(
                        shell,
                        leftovers(former(EVENTS, events, settingsOfEvents) + former(MAIN, etcd, settings), nothing)))
                .isEqualTo("""
                        an etcd-events member is left, with its data in /srv/events
                        etcd goes: /srv/events
                        an etcd member is left, with its data in /var/lib/etcd
                        etcd goes: /var/lib/etcd
                        """);
    }

    @Test
    void anEtcdOfEventsGoesWithTheOtherOneOrAsWhatAnEarlierInventoryHad() {
        String wanted = script("etcd_events_cluster_enabled: true\n", "remove etcd and its data");
        String former = script("", "remove what earlier inventories had here");

        assertThat(wanted).contains("systemctl disable --quiet --now etcd-events.service", "data=/var/lib/etcd-events");
        assertThat(script("", "remove etcd and its data")).doesNotContain("events");
        assertThat(former)
                .contains("former_etcd etcd-events /etc/systemd/system/etcd-events.service"
                        + " 'etcd, the store of events of Kubernetes' /etc/etcd-events.env take_etcd_of_events")
                .contains("former_etcd etcd /nonexistent");
    }

    private String script(String variables, String title) {
        return new Reset(ArticleRack.of(directory, ArticleRack.NEWEST + variables)
                        .spec())
                .plan(new FactBook(Map.of())).changes().stream()
                        .filter(change -> change.host().equals(ArticleRack.host("pandore")))
                        .filter(change -> change.title().equals(title))
                        .map(change -> change.difference()
                                .operation()
                                .apply(_ -> Optional.empty())
                                .script())
                        .findFirst()
                        .orElseThrow();
    }

    @ParameterizedTest
    @FieldSource("io.urania.cluster.HostShells#PRESENT")
    void unitsOfOthersStay(String shell) throws Exception {
        Path etcd = written("etcd.service", "[Unit]\nDescription=etcd - highly-available key value store\n");
        Path nothing = directory.resolve("nothing");

        assertThat(HostShells.run(shell, leftovers(former(MAIN, etcd, nothing), nothing)))
                .isEmpty();
    }

    /** A host that was a control plane host of kubeadm's etcd once, whatever the inventory says now. */
    @ParameterizedTest
    @FieldSource("io.urania.cluster.HostShells#PRESENT")
    void theDataOfAStaticPodGoWithIt(String shell) throws Exception {
        Path data = Files.createDirectories(directory.resolve("etcd of a pod/member/wal"));
        ClusterSpec spec = ArticleRack.of(directory, ArticleRack.NEWEST).spec();
        Path manifest =
                written("etcd.yaml", "    - --cert-file=/x\n    - --data-dir=" + directory + "/etcd of a pod\n");
        String script = Removal.functions()
                + ((Leftover.Own) EtcdData.ofStaticPod(spec))
                        .script()
                        .replace("/etc/kubernetes/manifests/etcd.yaml", manifest.toString());

        HostShells.run(shell, "set -eu\n" + script);

        assertThat(data).doesNotExist();
        assertThat(HostShells.run(shell, "set -eu\n(" + script.replace(manifest.toString(), "/nonexistent") + ")\n"))
                .isEmpty();
    }

    @Test
    void aServiceOfAnEarlierInventoryGoesWhereKubeadmRunsEtcdNow() {
        ArticleRack rack = ArticleRack.of(directory, ArticleRack.NEWEST + ArticleRack.ETCD_BY_KUBEADM);
        Plan plan = new Reset(rack.spec()).plan(new FactBook(Map.of()));

        assertThat(plan.changes().stream()
                        .filter(change -> change.host().equals(ArticleRack.host("pandore"))
                                && change.title().equals("remove what earlier inventories had here"))
                        .map(change -> change.difference()
                                .operation()
                                .apply(_ -> Optional.empty())
                                .script()))
                .singleElement()
                .asString()
                .contains("former_etcd etcd /etc/systemd/system/etcd.service", "disable --quiet --now etcd.service");
    }

    private Path written(String name, String text) throws IOException {
        return Files.writeString(directory.resolve(name), text);
    }

    private static String former(EtcdInstance instance, Path unit, Path settings) {
        return "former_etcd "
                + Shell.words(List.of(
                        instance.name(), unit.toString(), instance.description(), settings.toString(), "take_etcd"))
                + "\n";
    }

    private static String leftovers(String etcds, Path kubelet) {
        return "set -eu\n" + EtcdData.formerly() + "former_etcds() {\n" + etcds + "}\nkubelet_unit="
                + Shell.quote(kubelet.toString())
                + "\ntake_etcd() { echo \"etcd goes: $former_data\"; }\ntake_node() { echo \"node goes\"; }\n"
                + ResourceText.beside(FormerRoles.class, "former-roles.sh");
    }

    private static List<String> titles(Plan plan, String host) {
        return plan.changes().stream()
                .filter(change -> change.host().equals(ArticleRack.host(host)))
                .map(Change::title)
                .toList();
    }

    @ParameterizedTest
    @FieldSource("io.urania.cluster.HostShells#PRESENT")
    void everyScriptIsShellThatHostsCanRead(String shell) throws Exception {
        for (Change change : plan().changes()) {
            String script =
                    change.difference().operation().apply(_ -> Optional.empty()).script();
            assertThat(HostShells.mistakes(shell, script))
                    .as(change.id().toString())
                    .isEmpty();
        }
    }

    private Plan plan() {
        return new Reset(ArticleRack.of(directory, ArticleRack.NEWEST).spec()).plan(new FactBook(Map.of()));
    }
}
