package io.urania.cli.rack;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import io.urania.cli.rack.ControllerProcess.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The program is killed again and again, and the cluster comes to be what an undisturbed run makes of it.
 *
 * <p>What that is, is looked at before the cluster is taken away: the rack is found whole. The first run that is not killed must
 * come to its end, and then nothing may be left to do, and the hosts must be as they were. A run that follows a kill has to get
 * past the moment of that kill before it can be killed at a later one. Moments that a host went past meanwhile are waited for on
 * a cluster that is made anew.
 */
final class KilledRunsOnTheRackTest extends TestOnTheRack {

    /** How many moments to be killed at: the system property {@code urania.kills}; more than there are means all of them. */
    private static final int KILLS = Integer.getInteger("urania.kills", 1000);

    @SuppressWarnings("NullAway.Init") // set before every test
    private Footprint undisturbed;

    private int kills;

    @BeforeEach
    void takeTheClusterAway() throws Exception {
        assertTheClusterIsWhole();
        undisturbed = Footprint.of(rack);
        succeeds("reset", "--yes");
    }

    @Test
    void endAsUndisturbedOnesDoInTheirHardestSteps() throws Exception {
        List<Step> steps = steps();
        Set<Moment> left = new LinkedHashSet<>(Moments.few(steps));

        applyWithKills(left);

        // The others may be over on their hosts before they can be killed at.
        assertThat(left).as("moments at which no run was killed").doesNotContainAnyElementsOf(Moments.hard(steps));
    }

    @Test
    @Tag("nightly")
    void endAsUndisturbedOnesDo() throws Exception {
        Instant began = Instant.now();
        List<Step> steps = steps();
        Set<Moment> left = Moments.chosen(steps, KILLS);
        int wanted = left.size();
        int deployments = 0;
        while (!left.isEmpty()) {
            int before = left.size();
            applyWithKills(left);
            deployments++;
            assertThat(left).as("moments at which no run was killed").hasSizeLessThan(before);
            if (!left.isEmpty()) {
                succeeds("reset", "--yes");
            }
        }
        System.out.printf(
                "killed %d times, at %d moments in and between %d steps, in %d deployments: %s%n",
                kills, wanted, steps.size(), deployments, Duration.between(began, Instant.now()));
    }

    /** Kills runs at those moments, in the order in which they come, until one comes to its end; removes them from the set. */
    private void applyWithKills(Set<Moment> left) throws Exception {
        Instant began = Instant.now();
        int before = left.size();
        while (killed(left)) {
            kills++;
        }
        assertTheClusterIsWhole();
        undisturbed.assertComesBack(rack);
        System.out.printf(
                "killed at %d moments, then whole: %s; left: %d%n",
                before - left.size(), Duration.between(began, Instant.now()), left.size());
    }

    /** Whether a run was killed; otherwise it came to its end, and all was done. */
    private boolean killed(Set<Moment> left) throws Exception {
        try (ControllerProcess run = ControllerProcess.apply(rack.directory(), scratch)) {
            Optional<Step> begun = run.awaitBegin(
                    step -> left.stream().anyMatch(moment -> moment.step().equals(step)));
            if (begun.isEmpty()) {
                assertThat(run.code()).as(run.said()).isZero();
                return false;
            }
            Moment moment = left.stream()
                    .filter(it -> it.step().equals(begun.get()))
                    .findFirst()
                    .orElseThrow();
            rack.awaitSign(moment);
            run.kill();
            left.remove(moment);
            System.out.printf("%s killed at %s%n", Instant.now(), moment);
            return true;
        }
    }

    @Test
    @Tag("nightly")
    void areFinishedByTheNextOnesWhenHostsLoseTheirPower() throws Exception {
        Instant began = Instant.now();
        int cuts = 0;
        for (List<Moment> together : Moments.ofPowerCuts(steps())) {
            cuts += cutPower(together) ? together.size() : 0;
            rack.makeWhole();
        }
        assertThat(cuts).as("the power cuts before the first join has ended").isGreaterThan(9);
        succeeds("apply", "--yes");
        assertTheClusterIsWhole();
        undisturbed.assertComesBack(rack);
        System.out.printf("%d power cuts in one deployment: %s%n", cuts, Duration.between(began, Instant.now()));
    }

    /**
     * Begins a run, and at those moments boots their hosts without shutting them down.
     *
     * @return whether the moments came; otherwise a host had got past its step before it went down
     */
    private boolean cutPower(List<Moment> together) throws Exception {
        try (ControllerProcess run = ControllerProcess.apply(rack.directory(), scratch)) {
            Set<Step> awaited = together.stream().map(Moment::step).collect(Collectors.toSet());
            while (!awaited.isEmpty()) {
                Optional<Step> begun = run.awaitBegin(awaited::contains);
                if (begun.isEmpty()) {
                    assertThat(run.code()).as(run.said()).isZero();
                    return false;
                }
                awaited.remove(begun.get());
            }
            for (Moment moment : together) {
                rack.awaitSign(moment);
                rack.crash(moment.step().host());
                System.out.printf("%s power cut at %s%n", Instant.now(), moment);
            }
            assertThat(run.code()).as(run.said()).isEqualTo(1);
            for (Moment moment : together) {
                // Of which step, that is not sure: the one that was waited for may have ended just before.
                assertThat(run.failures()).contains(moment.step().host(), "the connection was lost");
            }
            return true;
        }
    }

    /** Those of the plan, and what is seen after them. */
    private List<Step> steps() throws Exception {
        List<Step> steps = new ArrayList<>(
                JsonParser.parseString(succeeds("plan", "--json").output())
                        .getAsJsonObject()
                        .getAsJsonArray("changes")
                        .asList()
                        .stream()
                        .map(JsonElement::getAsJsonObject)
                        .map(Step::of)
                        .toList());
        steps.add(new Step(rack.controlPlane(), "wait until all nodes are Ready"));
        steps.add(new Step(rack.controlPlane(), "check names, pods and services across nodes"));
        return steps;
    }
}
