package io.urania.engine.lease;

import static org.assertj.core.api.Assertions.assertThat;

import io.urania.engine.batch.BatchId;
import io.urania.engine.batch.BatchListener;
import io.urania.engine.batch.BatchRunner;
import io.urania.engine.batch.Mode;
import io.urania.engine.batch.Operation;
import io.urania.engine.batch.ShellKind;
import io.urania.engine.batch.Step;
import io.urania.engine.batch.StepResult;
import io.urania.engine.transport.LocalTransport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The lease of one host, with each shell that a host may have. */
final class LeaseScriptTest {

    private static final Duration MINUTE = Duration.ofSeconds(60);
    private static final LeaseClaim ANNA = claim("1aaaaaaa", "annas-laptop");
    private static final LeaseClaim BERT = claim("1bbbbbbb", "berts-desk");

    @TempDir
    private Path directory;

    @ParameterizedTest
    @EnumSource
    void oneRunGetsItAndTheOtherIsToldWhoHasIt(ShellKind shell) throws Exception {
        assertThat(take(shell, ANNA)).isEqualTo(new LeaseAnswer.Taken());
        assertThat(take(shell, BERT)).isInstanceOfSatisfying(LeaseAnswer.Held.class, held -> {
            assertThat(held.by()).isEqualTo(ANNA);
            assertThat(held.left()).isBetween(Duration.ofSeconds(1), MINUTE);
        });
        assertThat(take(shell, ANNA)).isEqualTo(new LeaseAnswer.Taken());
        assertThat(ask(shell, script().release(ANNA.run()))).isEqualTo(new LeaseAnswer.Free());
        assertThat(take(shell, BERT)).isEqualTo(new LeaseAnswer.Taken());
        assertThat(names()).containsExactly("lease");
    }

    @ParameterizedTest
    @EnumSource
    void aLeaseThatHasEndedIsTakenOverAndItsHolderNamed(ShellKind shell) throws Exception {
        take(shell, ANNA);
        age();

        assertThat(take(shell, BERT)).isEqualTo(new LeaseAnswer.TakenOver(ANNA));
        assertThat(take(shell, ANNA)).isInstanceOf(LeaseAnswer.Held.class);
        assertThat(names()).containsExactly("lease");
    }

    /** The local lock has shown that the other run is dead: there is nothing to wait for. */
    @ParameterizedTest
    @EnumSource
    void theLeaseOfADeadRunOfTheSamePlaceIsTakenOverAtOnce(ShellKind shell) throws Exception {
        take(shell, ANNA);
        LeaseClaim again = claim("1cccccc0", ANNA.place());

        assertThat(take(shell, again)).isEqualTo(new LeaseAnswer.TakenOver(ANNA));
    }

    @ParameterizedTest
    @EnumSource
    void aRunThatStoodStillRenewsItsEndedLeaseIfNobodyTookIt(ShellKind shell) throws Exception {
        take(shell, ANNA);
        age();

        assertThat(take(shell, ANNA)).isEqualTo(new LeaseAnswer.Taken());
        assertThat(take(shell, BERT)).isInstanceOf(LeaseAnswer.Held.class);
    }

    /** It was killed, say, in the middle of an installation: its hosts go on without it. */
    @ParameterizedTest
    @EnumSource
    void whatADeadRunLeftAtWorkComesToTheEndOfItsStepFirst(ShellKind shell) throws Exception {
        take(shell, ANNA);
        age();
        Path door = directory.resolve("door");
        BatchId left =
                new BatchId(UUID.randomUUID(), directory.resolve("urania").toString());
        List<Step> steps = List.of(
                step("cd '%s'; : >begun; while [ ! -e door ]; do sleep 0.1; done; : >ended"), step("cd '%s'; : >next"));
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<List<StepResult>> batch = threads.submit(() -> new BatchRunner(shell.transport(directory))
                    .run(LocalTransport.target("clio"), steps, Mode.STOP_AT_FAILURE, BatchListener.NONE, left));
            await(directory.resolve("begun"));
            Future<LeaseAnswer> answer = threads.submit(() -> take(shell, BERT));
            await(directory.resolve("urania/stop-" + left.id()));
            assertThat(directory.resolve("ended")).doesNotExist();
            Files.createFile(door);

            assertThat(answer.get()).isEqualTo(new LeaseAnswer.TakenOver(ANNA));
            assertThat(directory.resolve("ended")).exists();
            assertThat(batch.get()).hasSize(1);
        }
        assertThat(directory.resolve("next")).doesNotExist();
        assertThat(names()).containsExactly("lease");
    }

    @ParameterizedTest
    @EnumSource
    void whatWasKilledIsNotWaitedFor(ShellKind shell) throws Exception {
        Files.createDirectory(directory.resolve("urania"));
        long process = ProcessHandle.current().pid();
        Files.writeString(directory.resolve("urania/batch-another-began-then"), process + " 1\n");
        Files.writeString(directory.resolve("urania/batch-cut-off"), "");
        Files.writeString(directory.resolve("urania/batch-gone"), "4194305 1\n");

        assertThat(take(shell, ANNA)).isEqualTo(new LeaseAnswer.Taken());
        assertThat(names()).containsExactly("lease");
    }

    @ParameterizedTest
    @EnumSource
    void aRunDoesNotEndItsOwnBatchesWhenItRenewsALeaseThatSomebodyRemoved(ShellKind shell) throws Exception {
        Files.createDirectory(directory.resolve("urania"));
        Files.writeString(directory.resolve("urania/batch-own"), "");

        assertThat(ask(shell, script().renew(ANNA, MINUTE))).isEqualTo(new LeaseAnswer.Taken());
        assertThat(names()).containsExactlyInAnyOrder("lease", "batch-own");
    }

    @ParameterizedTest
    @EnumSource
    void nobodyGivesBackTheLeaseOfAnother(ShellKind shell) throws Exception {
        take(shell, ANNA);
        ask(shell, script().release(BERT.run()));

        assertThat(ask(shell, script().show())).isInstanceOf(LeaseAnswer.Held.class);
    }

    @ParameterizedTest
    @EnumSource
    void anUnreadableLeaseHasEnded(ShellKind shell) throws Exception {
        take(shell, ANNA);
        Files.writeString(directory.resolve("urania/lease"), "\u0000$(touch pwned) ../..\nrun ../x\nexpires soon\n");

        assertThat(take(shell, BERT)).isInstanceOf(LeaseAnswer.TakenOver.class);
        assertThat(names()).containsExactly("lease");
    }

    @ParameterizedTest
    @EnumSource
    void whatIsWrittenInALeaseIsNeverRun(ShellKind shell) throws Exception {
        LeaseClaim odd = new LeaseClaim(
                "1dddddd0", "it's $(here)", "a'b\n\"c\" `id`@$HOME", Instant.EPOCH, "apply -i 'my rack' \\ %s");

        assertThat(take(shell, odd)).isEqualTo(new LeaseAnswer.Taken());
        assertThat(take(shell, BERT))
                .isInstanceOfSatisfying(
                        LeaseAnswer.Held.class,
                        held -> assertThat(held.by())
                                .isEqualTo(new LeaseClaim(
                                        odd.run(), odd.place(), "a'b \"c\" `id`@$HOME", odd.since(), odd.command())));
    }

    @ParameterizedTest
    @EnumSource
    void removingItFreesItAlsoFromATakeOverThatWasCutOff(ShellKind shell) throws Exception {
        take(shell, ANNA);
        age();
        Files.createDirectory(directory.resolve("urania/takeover." + ANNA.run()));
        assertThat(take(shell, BERT)).isInstanceOf(LeaseAnswer.Held.class);

        assertThat(ask(shell, script().remove())).isEqualTo(new LeaseAnswer.Free());
        assertThat(ask(shell, script().show())).isEqualTo(new LeaseAnswer.Free());
        assertThat(take(shell, BERT)).isEqualTo(new LeaseAnswer.Taken());
    }

    @ParameterizedTest
    @EnumSource
    void aHostThatCannotWriteItDownSaysSo(ShellKind shell) throws Exception {
        Files.writeString(directory.resolve("urania"), "a file");

        assertThat(take(shell, ANNA)).isInstanceOf(LeaseAnswer.Failed.class);
    }

    @ParameterizedTest
    @EnumSource
    void ofManyThatAskAtOnceOneGetsIt(ShellKind shell) throws Exception {
        assertThat(atOnce(shell))
                .filteredOn(LeaseAnswer.Taken.class::isInstance)
                .hasSize(1);
        assertThat(names()).containsExactly("lease");
    }

    @ParameterizedTest
    @EnumSource
    void ofManyThatTakeOverAtOnceOneGetsIt(ShellKind shell) throws Exception {
        take(shell, ANNA);
        age();

        assertThat(atOnce(shell))
                .filteredOn(LeaseAnswer.TakenOver.class::isInstance)
                .containsExactly(new LeaseAnswer.TakenOver(ANNA));
        assertThat(names()).containsExactly("lease");
    }

    private List<LeaseAnswer> atOnce(ShellKind shell) throws Exception {
        ask(shell, script().show()); // busybox installs itself at the first call
        List<Callable<LeaseAnswer>> asking = new ArrayList<>();
        for (int number = 10; number < 22; number++) {
            LeaseClaim claim = claim("1eeeee" + number, "place-" + number);
            asking.add(() -> take(shell, claim));
        }
        List<LeaseAnswer> answers = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<LeaseAnswer> answer : threads.invokeAll(asking)) {
                answers.add(answer.get());
            }
        }
        return answers;
    }

    /** What passes while nobody renews the lease. */
    private void age() throws IOException {
        Path lease = directory.resolve("urania/lease");
        Files.writeString(lease, Files.readString(lease).replaceAll("(?m)^expires .*$", "expires 0"));
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(directory.resolve("urania"))) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    private Step step(String script) {
        return new Step("step", Operation.of(script.formatted(directory)));
    }

    private static void await(Path path) throws InterruptedException {
        long deadline = System.nanoTime() + MINUTE.toNanos();
        while (!Files.exists(path)) {
            assertThat(System.nanoTime()).as("waiting for %s", path).isLessThan(deadline);
            Thread.sleep(Duration.ofMillis(20));
        }
    }

    private LeaseAnswer take(ShellKind shell, LeaseClaim claim) throws Exception {
        return ask(shell, script().take(claim, MINUTE));
    }

    private LeaseScript script() {
        return new LeaseScript(directory.resolve("urania").toString());
    }

    private LeaseAnswer ask(ShellKind shell, Operation operation) throws Exception {
        return LeaseReader.read(new BatchRunner(shell.transport(directory))
                .run(
                        LocalTransport.target("clio"),
                        List.of(new Step("lease", operation)),
                        Mode.KEEP_GOING,
                        BatchListener.NONE)
                .getFirst());
    }

    private static LeaseClaim claim(String run, String place) {
        return new LeaseClaim(
                run, place, place + " (process 7)", Instant.parse("2026-11-25T10:00:00Z"), "urania apply");
    }
}
