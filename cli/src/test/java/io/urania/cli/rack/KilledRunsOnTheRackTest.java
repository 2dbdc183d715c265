package io.urania.cli.rack;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import io.urania.cli.rack.CommandsOnTheRack.Said;
import io.urania.cli.rack.ControllerProcess.Step;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * The program is killed when a step begins, again and again, and the cluster comes to be what an undisturbed run makes of it.
 *
 * <p>The first run that is not killed must come to its end, and a further one must find nothing to do. A run that follows a kill
 * has to get past the step of that kill before it can be killed at a later one. Steps that a host went past meanwhile, being in the
 * same batch, are waited for on a cluster that is made anew.
 */
@Tag("rack")
@ExtendWith(RackCondition.class)
final class KilledRunsOnTheRackTest {

    /** How many steps to be killed at: the system property {@code urania.kills}. */
    private static final int KILLS = Integer.getInteger("urania.kills", 5);

    /** The steps that are hardest to be cut off in come first. */
    private static final List<String> HARD = List.of(
            "initialise the cluster", "join the control plane", "join as worker", "start etcd", "apply flannel");

    @TempDir
    Path scratch;

    @SuppressWarnings("NullAway.Init") // set before every test
    private RackUnderTest rack;

    @SuppressWarnings("NullAway.Init") // set before every test
    private CommandsOnTheRack urania;

    @BeforeEach
    void takeTheClusterAway() throws Exception {
        rack = RackUnderTest.find();
        urania = new CommandsOnTheRack(rack, scratch);
        reset();
    }

    @Test
    void endAsUndisturbedOnesDo() throws Exception {
        Set<Step> steps = chosen(planned());
        Set<Step> left = new LinkedHashSet<>(steps);

        while (!left.isEmpty()) {
            int before = left.size();
            applyWithKills(left);
            assertTheClusterIsWhole();
            assertThat(left).as("steps at which no run was killed").hasSizeLessThan(before);
            System.out.printf("killed at %d of %d steps%n", steps.size() - left.size(), steps.size());
            if (!left.isEmpty()) {
                reset();
            }
        }
    }

    /** Kills runs at those steps, in the order in which they begin, until one comes to its end; removes them from the set. */
    private void applyWithKills(Set<Step> left) throws Exception {
        while (true) {
            try (ControllerProcess run = ControllerProcess.apply(rack.directory(), scratch)) {
                Optional<Step> begun = run.awaitBegin(left::contains);
                if (begun.isEmpty()) {
                    assertThat(run.code()).as(run.said()).isZero();
                    return;
                }
                run.kill();
                left.remove(begun.get());
            }
        }
    }

    private List<Step> planned() {
        Said plan = urania.run("plan", "--json");
        assertThat(plan.code()).as(plan.errors()).isZero();
        return JsonParser.parseString(plan.output()).getAsJsonObject().getAsJsonArray("changes").asList().stream()
                .map(JsonElement::getAsJsonObject)
                .map(Step::of)
                .toList();
    }

    /** As many as are asked for: one of each hard kind, then others at equal distances. */
    private static Set<Step> chosen(List<Step> planned) {
        Set<Step> chosen = new LinkedHashSet<>();
        for (String title : HARD) {
            planned.stream()
                    .filter(step -> step.title().startsWith(title))
                    .findFirst()
                    .ifPresent(chosen::add);
        }
        assertThat(chosen).as("one step of each hard kind").hasSameSizeAs(HARD);
        List<Step> others = new ArrayList<>(planned);
        others.removeAll(chosen);
        int more = Math.min(Math.max(KILLS - chosen.size(), 0), others.size());
        for (int index = 0; index < more; index++) {
            chosen.add(others.get((int) ((long) index * others.size() / more)));
        }
        return new LinkedHashSet<>(List.copyOf(chosen).subList(0, Math.min(KILLS, chosen.size())));
    }

    private void reset() {
        Said reset = urania.run("reset", "--yes");
        assertThat(reset.code()).as(reset.errors()).isZero();
    }

    private void assertTheClusterIsWhole() {
        Said plan = urania.run("plan", "--detailed-exitcode");
        assertThat(plan.code()).as(plan.output() + plan.errors()).isZero();
        Said status = urania.run("status");
        assertThat(status.code()).as(status.output() + status.errors()).isZero();
    }
}
