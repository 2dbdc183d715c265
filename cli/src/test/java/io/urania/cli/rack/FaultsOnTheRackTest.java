package io.urania.cli.rack;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import io.urania.cli.rack.CommandsOnTheRack.Said;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A host fails while a run is at a step on it: what is said, and that the next run finishes. */
@Tag("rack")
@Tag("nightly")
@ExtendWith(RackCondition.class)
final class FaultsOnTheRackTest {

    private static final String PROGRAM = "/usr/local/bin/crictl";

    @TempDir
    Path scratch;

    @SuppressWarnings("NullAway.Init") // set before every test
    private RackUnderTest rack;

    @SuppressWarnings("NullAway.Init") // set before every test
    private CommandsOnTheRack urania;

    @SuppressWarnings("NullAway.Init") // set before every test
    private String worker;

    @BeforeEach
    void forgetTheImagesOfAWorker() throws Exception {
        rack = RackUnderTest.find();
        urania = new CommandsOnTheRack(rack, scratch);
        worker = rack.worker();
        rack.run(worker, "rm -r /var/lib/urania/images");
    }

    @AfterEach
    void theNextRunFinishes() throws Exception {
        rack.makeWhole();
        Said apply = urania.run("apply", "--yes");
        assertThat(apply.code()).as(apply.output() + apply.errors()).isZero();
        Said plan = urania.run("plan", "--detailed-exitcode");
        assertThat(plan.code()).as(plan.output() + plan.errors()).isZero();
    }

    @Test
    void aHostThatBootsInTheMiddleOfAStepIsLost() throws Exception {
        try (ControllerProcess run = atAnImport()) {
            rack.crash(worker);

            assertThat(run.code()).as(run.said()).isEqualTo(1);
            assertThat(failures(run)).contains(worker, "the connection was lost", "run the same command again");
        }
    }

    @Test
    void aNetworkThatIsGoneForFiveSecondsIsWaitedFor() throws Exception {
        try (ControllerProcess run = atAnImport()) {
            rack.cut(worker);
            Thread.sleep(Duration.ofSeconds(5)); // how long it is gone is what is tried
            rack.makeWhole();

            assertThat(run.code()).as(run.said()).isZero();
        }
    }

    @Test
    void aNetworkThatStaysAwayLosesTheHostAndNoOther() throws Exception {
        rack.run(rack.controlPlane(), "rm " + PROGRAM);
        try (ControllerProcess run = atAnImport()) {
            rack.cut(worker);

            assertThat(run.code()).as(run.said()).isEqualTo(1);
            assertThat(failures(run)).contains(worker, "the connection was lost", "run the same command again");
        }
        rack.run(rack.controlPlane(), "test -x " + PROGRAM);
    }

    @Test
    void anSshServerThatRestartsIsNotNoticed() throws Exception {
        try (ControllerProcess run = atAnImport()) {
            rack.run(worker, "systemctl restart ssh.service");

            assertThat(run.code()).as(run.said()).isZero();
        }
    }

    @Test
    void aFullDiskIsNamedWithWhatDidNotFit() throws Exception {
        rack.run(worker, "rm " + PROGRAM);
        rack.fill(worker);

        Said apply = urania.run("apply", "--yes");

        assertThat(apply.code()).isEqualTo(1);
        assertThat(apply.output() + apply.errors()).contains(PROGRAM, "No space left on device");
    }

    /** A run that has begun to import an image on the worker. */
    private ControllerProcess atAnImport() throws Exception {
        ControllerProcess run = ControllerProcess.apply(rack.directory(), scratch);
        assertThat(run.awaitBegin(
                        step -> step.host().equals(worker) && step.title().startsWith("import image")))
                .as(run.said())
                .isPresent();
        return run;
    }

    private static String failures(ControllerProcess run) {
        List<JsonObject> events = run.events();
        return events.stream()
                .filter(event -> event.get("event").getAsString().equals("change-failed"))
                .map(JsonObject::toString)
                .collect(Collectors.joining("\n"));
    }
}
