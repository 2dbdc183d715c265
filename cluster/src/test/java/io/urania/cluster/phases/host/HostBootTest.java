package io.urania.cluster.phases.host;

import static org.assertj.core.api.Assertions.assertThat;

import io.urania.cluster.phases.ArticleRack;
import io.urania.cluster.phases.FactsOf;
import io.urania.cluster.spec.NodeSpec;
import io.urania.engine.plan.Change;
import io.urania.engine.plan.Lane;
import io.urania.engine.plan.Plan;
import io.urania.engine.plan.TaskId;
import io.urania.engine.resource.boot.BootFact;
import io.urania.engine.resource.boot.BootProbe;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class HostBootTest {

    private static final String FILE = "/boot/firmware/cmdline.txt";
    /** Of the nodes: the balancer is in none of their groups. */
    private static final String ASKED = "kernel_arguments: [psi=1]\n";

    @TempDir
    Path directory;

    @Test
    void whereThereIsNoClusterAllHostsRestartAtOnce() {
        ArticleRack rack = rack(ASKED);
        Plan plan = rack.plan(onCards(rack, FactsOf.bareHosts(rack)).book());

        Change restart = change(plan, "erato", "restart").orElseThrow();
        assertThat(restart.lane()).isEqualTo(Lane.ALONE);
        assertThat(restart.needs()).containsExactly(id("erato", "kernel arguments"));
        assertThat(restart.difference().turn()).isEmpty();
        assertThat(change(plan, "erato", "kernel modules").orElseThrow().needs())
                .contains(id("erato", "restart"));
        assertThat(plan.changes()).noneMatch(one -> one.id().name().startsWith("drain"));
    }

    @Test
    void inAClusterWhatOthersNeedGoesOneByOneAndAThirdOfTheWorkersWithoutPods() {
        ArticleRack rack = rack(ASKED);
        Plan plan = rack.plan(onCards(rack, FactsOf.finishedHosts(rack)).book());
        Map<String, String> turns = new HashMap<>();
        plan.changes().stream()
                .filter(one -> one.id().name().equals("restart"))
                .forEach(one -> turns.put(one.host(), one.difference().turn().orElseThrow()));

        Set<String> needed = new TreeSet<>();
        rack.spec().controlPlane().forEach(node -> needed.add(node.name()));
        rack.spec().etcd().members().forEach(member -> needed.add(member.host().name()));
        assertThat(turns.keySet())
                .isEqualTo(rack.spec().nodes().stream().map(NodeSpec::name).collect(Collectors.toSet()));
        assertThat(turns.entrySet().stream()
                        .filter(turn -> turn.getValue().equals("restarts of hosts that others need"))
                        .map(Map.Entry::getKey))
                .containsExactlyInAnyOrderElementsOf(needed);
        assertThat(turns.values().stream().distinct())
                .hasSize(1 + rack.spec().workers().size() / 3);
    }

    @Test
    void eachHostOfTheControlPlaneIsAskedForTheClusterByItsOwnRestartOrUpgrade() {
        ArticleRack rack = rack(ASKED + "host_upgrade: full\n");

        rack.spec().controlPlane().forEach(node -> {
            String host = node.host().shortName();
            assertThat(rack.work(host, "restart").questions())
                    .contains(rack.view().probe().question());
            assertThat(rack.work(host, "upgrade").questions())
                    .contains(rack.view().probe().question());
        });
        assertThat(rack.work("erato", "restart").questions())
                .doesNotContain(rack.view().probe().question());
    }

    /** A host that has restarted runs the script anew, and not what comes before. */
    @Test
    void whatIsAskedAfterARestartNeedsNothingOfWhatWasAskedBefore() {
        ArticleRack rack = rack(ASKED);
        Plan plan = rack.plan(onCards(rack, FactsOf.finishedHosts(rack)).book());
        String host = rack.spec().firstControlPlane().host().shortName();

        String script = change(plan, host, "restart")
                .orElseThrow()
                .difference()
                .operation()
                .apply(_ -> Optional.empty())
                .script();

        assertThat(script.substring(script.indexOf("after() {"))).contains("serves() {", "answers() {");
    }

    @Test
    void aNodeIsDrainedBeforeAndGetsPodsAfter() {
        ArticleRack rack = rack(ASKED);
        Plan plan = rack.plan(onCards(rack, FactsOf.finishedHosts(rack)).book());
        String witness = rack.spec().firstControlPlane().host().shortName();
        String erato = ArticleRack.host("erato");

        assertThat(change(plan, "erato", "restart").orElseThrow().needs()).contains(id(witness, "drain of " + erato));
        assertThat(change(plan, witness, "uncordoning of " + erato)
                        .orElseThrow()
                        .needs())
                .contains(id("erato", "restart"));
        // The next of the same turn begins when this one has pods again.
        assertThat(plan.changes())
                .anyMatch(one -> one.id().name().startsWith("drain of ")
                        && one.needs().contains(id(witness, "uncordoning of " + erato)));
        assertThat(change(
                        plan,
                        witness,
                        "drain of " + rack.spec().firstControlPlane().name()))
                .isEmpty();
    }

    @Test
    void restartsCanBeLeftToPeople() {
        ArticleRack rack = rack(ASKED + "restart_hosts: never\n");
        Plan plan = rack.plan(onCards(rack, FactsOf.bareHosts(rack)).book());

        assertThat(change(plan, "erato", "kernel arguments")).isPresent();
        assertThat(change(plan, "erato", "restart")).isEmpty();
    }

    @Test
    void aSystemThatAsksForARestartGetsOneIfThatIsWanted() {
        String erato = ArticleRack.host("erato");
        BootFact upgraded =
                new BootFact("first", "root=a", Map.of(FILE, "root=a\n"), List.of(), List.of("a new kernel"));

        for (String wish : List.of("settings", "upgrades")) {
            ArticleRack rack = rack("restart_hosts: " + wish + "\n");
            Plan plan = rack.plan(FactsOf.finishedHosts(rack)
                    .with(erato, BootProbe.QUESTION, upgraded)
                    .book());

            assertThat(change(plan, "erato", "restart").isPresent()).isEqualTo(wish.equals("upgrades"));
        }
    }

    private ArticleRack rack(String variables) {
        return ArticleRack.of(directory, ArticleRack.NEWEST + variables);
    }

    private static FactsOf onCards(ArticleRack rack, FactsOf facts) {
        BootFact card = new BootFact("first", "root=a", Map.of(FILE, "root=a\n"), List.of(), List.of());
        rack.spec().hosts().forEach(host -> facts.with(host.name(), BootProbe.QUESTION, card));
        return facts;
    }

    private static Optional<Change> change(Plan plan, String host, String task) {
        return plan.changes().stream()
                .filter(one -> one.id().equals(id(host, task)))
                .findFirst();
    }

    private static TaskId id(String host, String task) {
        return new TaskId(ArticleRack.host(host), task);
    }
}
