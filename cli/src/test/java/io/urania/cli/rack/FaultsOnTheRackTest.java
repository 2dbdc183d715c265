package io.urania.cli.rack;

import static org.assertj.core.api.Assertions.assertThat;

import io.urania.cli.rack.CommandsOnTheRack.Said;
import io.urania.cli.rack.ControllerProcess.Step;
import java.time.Duration;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A host fails while a run is at a step on it: what is said, and that the next run finishes. */
final class FaultsOnTheRackTest extends TestOnTheRack {

    private static final String PROGRAM = "/usr/local/bin/crictl";

    /** A package of ours that no other one needs. */
    private static final String PACKAGE = "ethtool";

    private static final String AGAIN = "Once this is fixed: ./urania apply";

    @SuppressWarnings("NullAway.Init") // set before every test
    private String worker;

    @BeforeEach
    void findWorker() throws Exception {
        worker = rack.worker();
    }

    @AfterEach
    void theNextRunFinishes() throws Exception {
        rack.makeWhole();
        succeeds("apply", "--yes");
        assertTheClusterIsWhole();
    }

    @Test
    @Tag("nightly")
    void aHostThatBootsInTheMiddleOfAStepIsLost() throws Exception {
        try (ControllerProcess run = atAnImport()) {
            rack.crash(worker);

            assertThat(run.code()).as(run.said()).isEqualTo(1);
            assertThat(run.failures()).contains(worker, "the connection was lost", "run the same command again");
        }
    }

    @Test
    @Tag("nightly")
    void aNetworkThatIsGoneForFiveSecondsIsWaitedFor() throws Exception {
        try (ControllerProcess run = atAnImport()) {
            rack.cut(worker);
            Thread.sleep(Duration.ofSeconds(5)); // how long it is gone is what is tried
            rack.makeWhole();

            assertThat(run.code()).as(run.said()).isZero();
        }
    }

    @Test
    @Tag("nightly")
    void aNetworkThatStaysAwayLosesTheHostAndNoOther() throws Exception {
        rack.run(rack.controlPlane(), "rm " + PROGRAM);
        try (ControllerProcess run = atAnImport()) {
            rack.cut(worker);

            assertThat(run.code()).as(run.said()).isEqualTo(1);
            assertThat(run.failures()).contains(worker, "the connection was lost", "run the same command again");
        }
        rack.run(rack.controlPlane(), "test -x " + PROGRAM);
    }

    @Test
    @Tag("nightly")
    void anSshServerThatRestartsIsNotNoticed() throws Exception {
        try (ControllerProcess run = atAnImport()) {
            rack.run(worker, "systemctl restart ssh.service");

            assertThat(run.code()).as(run.said()).isZero();
        }
    }

    @Test
    void aFullDiskIsNamedBeforeAnythingIsChanged() throws Exception {
        rack.run(worker, "rm " + PROGRAM);
        rack.fill(worker);

        Said apply = urania.run("apply", "--yes");

        assertThat(apply.code()).isEqualTo(1);
        assertThat(apply.errors())
                .contains("nothing changed", worker.substring(0, worker.indexOf('.')), "are free on /usr");
    }

    @Test
    void aCommandThatRunsOutOfMemoryIsNamed() throws Exception {
        try (ControllerProcess run = atAnImport()) {
            rack.leaveLittleMemory(worker);

            assertThat(run.code()).as(run.said()).isEqualTo(1);
            assertThat(run.failures())
                    .contains(worker, "import image", "memory runs out", "out of memory", "run the same command again");
        }
    }

    @Test
    void aPackageMirrorThatSendsOtherFilesIsNamed() throws Exception {
        try (BadMirror mirror = BadMirror.sendingOtherFiles(rack.machine())) {
            aMirrorIsNamed(mirror);
        }
    }

    @Test
    @Tag("nightly")
    void aPackageMirrorThatStallsIsNamed() throws Exception {
        try (BadMirror mirror = BadMirror.stalling(rack.machine())) {
            aMirrorIsNamed(mirror);
        }
    }

    private void aMirrorIsNamed(BadMirror mirror) throws Exception {
        rack.run(worker, "apt-get clean; dpkg --remove " + PACKAGE); // what was fetched once is not asked for again
        rack.useMirror(worker, mirror);

        Said apply = urania.run("apply", "--yes");

        assertThat(apply.code()).isEqualTo(1);
        assertThat(apply.output() + apply.errors())
                .contains(place(), "install " + PACKAGE, "Failed to fetch http", AGAIN);
    }

    /** A run that has begun to import an image on the worker. */
    private ControllerProcess atAnImport() throws Exception {
        rack.run(worker, "rm -r /var/lib/urania/images");
        return at(step -> step.host().equals(worker) && step.title().startsWith("import image"));
    }

    private ControllerProcess at(Predicate<Step> wanted) throws Exception {
        ControllerProcess run = ControllerProcess.apply(rack.directory(), scratch);
        assertThat(run.awaitBegin(wanted)).as(run.said()).isPresent();
        return run;
    }

    /** The worker as the end of a failed run names it. */
    private String place() {
        return "[" + worker.substring(0, worker.indexOf('.')) + "]";
    }
}
