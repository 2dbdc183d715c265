package io.urania.engine.run;

import static io.urania.engine.run.Plans.change;
import static io.urania.engine.run.Plans.madeFrom;
import static io.urania.engine.run.Plans.names;
import static io.urania.engine.run.Plans.task;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.urania.engine.batch.BatchRunner;
import io.urania.engine.batch.Operation;
import io.urania.engine.batch.Payload;
import io.urania.engine.event.Detail;
import io.urania.engine.event.Event;
import io.urania.engine.event.EventSink;
import io.urania.engine.plan.Action;
import io.urania.engine.plan.Change;
import io.urania.engine.plan.Difference;
import io.urania.engine.plan.Lane;
import io.urania.engine.plan.Plan;
import io.urania.engine.plan.State;
import io.urania.engine.run.ScriptedHosts.Script;
import io.urania.engine.transport.LocalTransport;
import io.urania.engine.transport.Target;
import io.urania.engine.transport.TransportException;
import io.urania.engine.transport.TransportException.Cause;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The time limit only turns a hang into a failure. */
@Timeout(120)
final class RunnerTest {

    private static final Map<String, Target> TARGETS =
            Stream.of("clio", "erato", "thalia").collect(Collectors.toMap(Function.identity(), LocalTransport::target));

    private static final Pauses NO_PAUSES = _ -> Duration.ZERO;

    private final List<Event> events = new ArrayList<>();

    @Test
    void sendsWhatOneHostHasToDoInOneBatch() throws Exception {
        ScriptedHosts hosts = new ScriptedHosts((_, _) -> "");

        Report report = run(
                hosts,
                change("clio/a"),
                change("clio/b", "clio/a"),
                change("clio/c", "clio/a"),
                change("clio/d", "clio/b"));

        assertThat(report.succeeded()).isTrue();
        assertThat(hosts.batches()).containsExactly("clio: a b c d");
    }

    @Test
    void anEmptyPlanIsDoneAtOnce() throws Exception {
        ScriptedHosts hosts = new ScriptedHosts((_, _) -> "");

        assertThat(run(hosts).succeeded()).isTrue();
        assertThat(hosts.batches()).isEmpty();
    }

    @Test
    void noHostWaitsForAnotherWithoutNeed() throws Exception {
        CountDownLatch fastHostIsDone = new CountDownLatch(1);
        Script script = (host, step) -> {
            if (host.equals("clio")) {
                fastHostIsDone.await();
            } else if (step.equals("last")) {
                fastHostIsDone.countDown();
            }
            return "";
        };

        Report report = run(
                new ScriptedHosts(script),
                change("clio/slow"),
                change("erato/first"),
                change("thalia/other", "erato/first"),
                change("erato/last", "thalia/other"));

        assertThat(report.succeeded()).isTrue();
    }

    @Test
    void whatNeedsAChangeStartsBeforeTheRestOfItsBatchIsDone() throws Exception {
        CountDownLatch neededElsewhere = new CountDownLatch(1);
        Script script = (_, step) -> {
            switch (step) {
                case "slow" -> neededElsewhere.await();
                case "needs-quick" -> neededElsewhere.countDown();
                default -> {}
            }
            return "";
        };
        ScriptedHosts hosts = new ScriptedHosts(script);

        Report report = run(
                hosts,
                change("clio/quick"),
                change("clio/slow", "clio/quick"),
                change("erato/needs-quick", "clio/quick"));

        assertThat(report.succeeded()).isTrue();
        assertThat(hosts.batches()).containsExactly("clio: quick slow", "erato: needs-quick");
    }

    @Test
    void lanesOfAHostRunSideBySide() throws Exception {
        CountDownLatch both = new CountDownLatch(2);
        ScriptedHosts hosts = new ScriptedHosts((_, _) -> {
            both.countDown();
            both.await();
            return "";
        });

        Report report = run(hosts, change("clio/system"), change("clio/image", Lane.IMAGES));

        assertThat(report.succeeded()).isTrue();
    }

    @Test
    void runsNoMoreBatchesAtOnceThanAllowed() throws Exception {
        AtomicInteger running = new AtomicInteger();
        List<Integer> atOnce = Collections.synchronizedList(new ArrayList<>());
        CountDownLatch two = new CountDownLatch(2);
        ScriptedHosts hosts = new ScriptedHosts((_, _) -> {
            running.incrementAndGet();
            two.countDown();
            two.await();
            atOnce.add(running.get());
            running.decrementAndGet();
            return "";
        });

        Report report = run(hosts, 2, Plans.of(change("clio/a"), change("erato/a"), change("thalia/a")));

        assertThat(report.done()).hasSize(3);
        assertThat(atOnce).hasSize(3).allMatch(count -> count <= 2).contains(2);
    }

    @Test
    void aFailedChangeStopsWhatNeedsItAndNothingElse() throws Exception {
        ScriptedHosts hosts =
                new ScriptedHosts((_, step) -> step.equals("bad") ? ScriptedHosts.FAILURE + "disk full" : "");

        Report report = run(
                hosts,
                change("clio/bad"),
                change("clio/after-bad", "clio/bad"),
                change("clio/other"),
                change("erato/after-after", "clio/after-bad"),
                change("erato/other", "clio/other"));

        assertThat(names(report.failed())).containsExactly("clio/bad");
        assertThat(names(report.blocked())).containsExactly("clio/after-bad", "erato/after-after");
        assertThat(names(report.done())).containsExactly("clio/other", "erato/other");
        assertThat(report.statuses().get(task("clio/bad")))
                .isInstanceOfSatisfying(
                        Status.Failed.class,
                        failed -> assertThat(failed.reason()).isEqualTo("failed: disk full"));
        assertThat(report.statuses().get(task("erato/after-after"))).isEqualTo(new Status.Blocked(task("clio/bad")));
        assertThat(report.succeeded()).isFalse();
        assertThat(report.unusable()).isEmpty();
    }

    @Test
    void aLostHostIsGivenUpAfterOneAttempt() throws Exception {
        TransportException lost = new TransportException(Cause.UNREACHABLE, "clio: no route to host");
        ScriptedHosts hosts = new ScriptedHosts((host, step) -> {
            if (host.equals("clio") && !step.equals("first")) {
                throw lost;
            }
            return "";
        });

        Report report = run(
                hosts,
                change("clio/first"),
                change("clio/second"),
                change("clio/third"),
                change("erato/needs-first", "clio/first"),
                change("erato/needs-third", "clio/third"),
                change("clio/late", "erato/needs-first"));

        assertThat(hosts.batches())
                .filteredOn(batch -> batch.startsWith("clio"))
                .hasSize(1);
        assertThat(names(report.done())).containsExactly("clio/first", "erato/needs-first");
        assertThat(report.failed()).hasSize(1);
        assertThat(names(report.blocked())).hasSize(3).contains("erato/needs-third", "clio/late");
        assertThat(report.unusable()).containsExactly(Map.entry("clio", lost));
        assertThat(events).filteredOn(Event.ChangeBlocked.class::isInstance).hasSize(3);
    }

    @Test
    void whatRunsInTheOtherLaneOfALostHostComesToItsEnd() throws Exception {
        CountDownLatch imageBegun = new CountDownLatch(1);
        CountDownLatch lossIsKnown = new CountDownLatch(1);
        ScriptedHosts hosts = new ScriptedHosts((host, step) -> {
            switch (step) {
                case "image" -> {
                    imageBegun.countDown();
                    lossIsKnown.await();
                }
                case "file" -> {
                    imageBegun.await();
                    throw new TransportException(Cause.LOST, host + ": lost");
                }
                default -> lossIsKnown.await();
            }
            return "";
        });
        EventSink sink = event -> {
            if (event instanceof Event.ChangeFailed) {
                lossIsKnown.countDown();
            }
        };

        Report report = runner(hosts, 4, sink)
                .run(Plans.of(
                        change("clio/image", Lane.IMAGES),
                        change("clio/file"),
                        change("erato/wait"),
                        change("clio/late-image", Lane.IMAGES, "erato/wait")));

        assertThat(names(report.done())).containsExactly("clio/image", "erato/wait");
        assertThat(names(report.failed())).containsExactly("clio/file");
        assertThat(names(report.blocked())).containsExactly("clio/late-image");
    }

    @Test
    void aChangeThatIsMadeFromAnotherOnesOutputWaitsForIt() throws Exception {
        ScriptedHosts hosts = new ScriptedHosts((_, step) -> step.equals("token") ? "abc.123" : "");

        run(hosts, change("clio/token"), madeFrom("clio/join", "clio/token"), madeFrom("erato/join", "clio/token"));

        assertThat(hosts.batches())
                .containsExactlyInAnyOrder("clio: token", "clio: join with abc.123", "erato: join with abc.123");
    }

    @Test
    void aChangeIsNotMadeFromTheOutputOfOneThatFailed() throws Exception {
        ScriptedHosts hosts = new ScriptedHosts((_, _) -> ScriptedHosts.FAILURE);

        Report report = run(hosts, change("clio/token"), madeFrom("erato/join", "clio/token"));

        assertThat(hosts.batches()).containsExactly("clio: token");
        assertThat(names(report.blocked())).containsExactly("erato/join");
    }

    @Test
    void tellsWhatHappensInOrder() throws Exception {
        run(
                new ScriptedHosts((_, step) -> step.equals("b") ? ScriptedHosts.FAILURE + "no" : ""),
                change("clio/a"),
                change("clio/b", "clio/a"),
                change("clio/c", "clio/b"));

        assertThat(events)
                .extracting(RunnerTest::brief)
                .containsExactly(
                        "RunStarted 3 [clio]",
                        "BatchSent clio [a, b, c]",
                        "ChangeStarted clio: a",
                        "ChangeFinished clio: a",
                        "ChangeStarted clio: b",
                        "ChangeFailed clio: b failed: no",
                        "ChangeBlocked clio: c by clio: b",
                        "RunFinished 1 1 1");
        assertThat(events).isSortedAccordingTo((one, two) -> one.at().compareTo(two.at()));
    }

    /** So that a journal knows after a power cut what a host may have been made to do, and on what grounds. */
    @Test
    void nothingStartsBeforeTheSinkHasSettledWhatItRestsOn() throws Exception {
        List<Event> settled = Collections.synchronizedList(new ArrayList<>());
        List<Event> settledWhenSecondStarted = new ArrayList<>();
        EventSink sink = new EventSink() {
            private final List<Event> told = new ArrayList<>();

            @Override
            public void accept(Event event) {
                told.add(event);
            }

            @Override
            public void settle() {
                settled.addAll(told.subList(settled.size(), told.size()));
            }
        };
        ScriptedHosts hosts = new ScriptedHosts((_, step) -> {
            if (step.equals("second")) {
                settledWhenSecondStarted.addAll(settled);
            }
            return "";
        });

        runner(hosts, 4, sink).run(Plans.of(change("clio/first"), change("erato/second", "clio/first")));

        assertThat(settledWhenSecondStarted)
                .extracting(RunnerTest::brief)
                .startsWith("RunStarted 2 [clio, erato]", "BatchSent clio [first]")
                .contains("ChangeFinished clio: first", "BatchSent erato [second]");
    }

    @Test
    void aSecretThatAHostRepeatsIsNotTold() throws Exception {
        Payload key = Payload.secret("-----BEGIN KEY-----\nMHcCAQEEIOf0\n-----END KEY-----\n");
        Payload settings = Payload.text("token: abc.123\nname: clio\n", List.of("abc.123"));
        Difference difference = Difference.of(Action.RUN, "join", "", "", Operation.of("join", key, settings));
        Plan plan = Plans.of(new Change(task("clio/join"), "phase", Lane.SYSTEM, difference, Set.of()));

        runner(
                        new ScriptedHosts((_, _) -> ScriptedHosts.FAILURE + "name: clio, token: abc.123, MHcCAQEEIOf0"),
                        1,
                        events::add)
                .run(plan);

        assertThat(events)
                .filteredOn(Event.ChangeFailed.class::isInstance)
                .singleElement()
                .isInstanceOfSatisfying(
                        Event.ChangeFailed.class,
                        failed ->
                                assertThat(failed.reason()).isEqualTo("failed: name: clio, token: (secret), (secret)"));
        assertThat(events.toString()).doesNotContain("abc.123", "MHcCAQEEIOf0");
    }

    /** As kubeadm does in front of what its preflight found. */
    @Test
    void controlSequencesOfAHostAreNotTold() throws Exception {
        Payload token = Payload.text("token: abc.123\n", List.of("abc.123"));
        Difference difference = Difference.of(Action.RUN, "join", "", "", Operation.of("join", token));
        Plan plan = Plans.of(new Change(task("clio/join"), "phase", Lane.SYSTEM, difference, Set.of()));

        runner(
                        new ScriptedHosts(
                                (_, _) -> ScriptedHosts.FAILURE
                                        + "\u001b[31;1m[ERROR Port-10250]\u001b[0m in use\u001b]0;clio\u0007, abc\u001b[0m.123"),
                        1,
                        events::add)
                .run(plan);

        assertThat(events)
                .filteredOn(Event.ChangeFailed.class::isInstance)
                .singleElement()
                .isInstanceOfSatisfying(
                        Event.ChangeFailed.class,
                        failed -> assertThat(failed.reason()).isEqualTo("failed: [ERROR Port-10250] in use, (secret)"));
    }

    @Test
    void whoWatchesCloselySeesCommandsAndOutputWithoutSecrets() throws Exception {
        Payload settings = Payload.text("token: abc.123\n", List.of("abc.123"));
        Difference difference = Difference.of(Action.RUN, "join", "", "", Operation.of("join --quietly", settings));
        Plan plan = Plans.of(new Change(task("clio/join"), "phase", Lane.SYSTEM, difference, Set.of()));
        List<Detail> details = new ArrayList<>();
        EventSink watching = new EventSink() {
            @Override
            public void accept(Event event) {
                events.add(event);
            }

            @Override
            public void detail(Detail detail) {
                details.add(detail);
            }
        };

        runner(new ScriptedHosts((_, _) -> "joined with abc.123"), 1, EventSink.all(List.of(events::add, watching)))
                .run(plan);

        assertThat(details)
                .hasSize(2)
                .satisfiesExactly(
                        detail -> assertThat(detail)
                                .isInstanceOfSatisfying(
                                        Detail.Command.class,
                                        command -> assertThat(command.script()).isEqualTo("join --quietly")),
                        detail -> assertThat(detail)
                                .isInstanceOfSatisfying(
                                        Detail.Printed.class,
                                        printed -> assertThat(printed.text()).isEqualTo("joined with (secret)")));
        assertThat(events.toString()).doesNotContain("joined with");
    }

    @Test
    void aStopLetsWhatRunsComeToItsEndAndBeginsNothingMore() throws Exception {
        Stop stop = new Stop();
        ScriptedHosts hosts = new ScriptedHosts((_, step) -> {
            if (step.equals("first")) {
                assertThat(stop.request(Stop.Cause.INTERRUPTED)).isTrue();
            }
            return "";
        });

        Report report = new Runner(
                        new BatchRunner(hosts),
                        TARGETS,
                        Limits.ofForks(1),
                        stop,
                        NO_PAUSES,
                        events::add,
                        new TickingClock())
                .run(Plans.of(change("clio/first"), change("erato/second", "clio/first"), change("thalia/other")));

        assertThat(names(report.done())).containsExactly("clio/first");
        assertThat(names(report.left())).containsExactly("erato/second", "thalia/other");
        assertThat(report.stopped()).contains(Stop.Cause.INTERRUPTED);
        assertThat(report.succeeded()).isFalse();
        assertThat(events.getLast())
                .isInstanceOfSatisfying(
                        Event.RunFinished.class,
                        finished -> assertThat(finished.left()).isEqualTo(2));
        assertThat(stop.request(Stop.Cause.INTERRUPTED)).isFalse();
    }

    @Test
    void aRunThatIsStoppedBeforeItBeginsDoesNothing() throws Exception {
        Stop stop = new Stop();
        stop.request(Stop.Cause.LEASE_LOST);
        ScriptedHosts hosts = new ScriptedHosts((_, _) -> "");

        Report report = new Runner(
                        new BatchRunner(hosts),
                        TARGETS,
                        Limits.ofForks(4),
                        stop,
                        NO_PAUSES,
                        events::add,
                        new TickingClock())
                .run(Plans.of(change("clio/first")));

        assertThat(hosts.batches()).isEmpty();
        assertThat(report.stopped()).contains(Stop.Cause.LEASE_LOST);
    }

    @Test
    void beginsNothingMoreAfterAsManyFailuresAsAreAllowed() throws Exception {
        ScriptedHosts hosts = new ScriptedHosts((_, step) -> step.startsWith("bad") ? ScriptedHosts.FAILURE : "");

        Report report = new Runner(
                        new BatchRunner(hosts),
                        TARGETS,
                        new Limits(1, OptionalInt.of(2)),
                        new Stop(),
                        NO_PAUSES,
                        events::add,
                        new TickingClock())
                .run(Plans.of(
                        change("clio/bad one"),
                        change("erato/bad two"),
                        change("clio/needs one", "clio/bad one"),
                        change("erato/needs two", "erato/bad two"),
                        change("thalia/good")));

        assertThat(names(report.failed())).containsExactly("clio/bad one", "erato/bad two");
        assertThat(names(report.left())).containsExactly("thalia/good");
        assertThat(report.stopped()).contains(Stop.Cause.TOO_MANY_FAILURES);
    }

    @Test
    void anInterruptEndsTheRun() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CompletableFuture<Boolean> stepInterrupted = new CompletableFuture<>();
        CompletableFuture<Throwable> thrown = new CompletableFuture<>();
        ScriptedHosts hosts = new ScriptedHosts((_, _) -> {
            begun.countDown();
            try {
                new CountDownLatch(1).await();
                return "";
            } catch (InterruptedException e) {
                stepInterrupted.complete(true);
                throw e;
            }
        });
        Thread running = Thread.ofPlatform().start(() -> {
            try {
                run(hosts, change("clio/a"));
                thrown.complete(new AssertionError("the run ended by itself"));
            } catch (InterruptedException e) {
                thrown.complete(e);
            }
        });
        begun.await();

        running.interrupt();

        assertThat(thrown.get()).isInstanceOf(InterruptedException.class);
        assertThat(stepInterrupted).isCompleted();
    }

    @Test
    void aDefectInAnOperationIsNotLost() {
        Difference broken = Difference.of(Action.RUN, "break", State.words(""), State.words(""), Set.of(), _ -> {
            throw new IllegalStateException("a defect");
        });
        Plan plan = Plans.of(new Change(task("clio/broken"), "phase", Lane.SYSTEM, broken, Set.of()));

        assertThatThrownBy(() -> run(new ScriptedHosts((_, _) -> ""), 4, plan))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("a defect");
    }

    @Test
    void aDifferenceWithoutTargetIsADefect() {
        assertThatThrownBy(() -> run(new ScriptedHosts((_, _) -> ""), change("urania/a")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no target for urania");
    }

    @Test
    void changesThatWaitForEachOtherAreADefectAndNoHang() {
        assertThatThrownBy(() ->
                        run(new ScriptedHosts((_, _) -> ""), change("clio/a", "clio/b"), change("clio/b", "clio/a")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContainingAll("clio: a", "clio: b");
    }

    @Test
    void refusesToRunNothingAtOnce() {
        assertThatThrownBy(() -> runner(new ScriptedHosts((_, _) -> ""), 0, _ -> {}))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void tellsTheLastLinesOfAFailure() throws Exception {
        String output = Stream.iterate(1, number -> number + 1)
                .limit(50)
                .map(number -> "line " + number)
                .collect(Collectors.joining("\n", ScriptedHosts.FAILURE + "\n", ""));

        Report report = run(new ScriptedHosts((_, _) -> output), change("clio/a"));

        assertThat(report.statuses().get(task("clio/a")))
                .isInstanceOfSatisfying(
                        Status.Failed.class,
                        failed -> assertThat(failed.reason())
                                .startsWith("line 31\n")
                                .endsWith("line 50"));
    }

    private static String brief(Event event) {
        return switch (event) {
            case Event.RunStarted started -> "RunStarted " + started.changes().size() + " " + started.hosts();
            case Event.BatchSent sent -> "BatchSent " + sent.host() + " " + sent.tasks();
            case Event.ChangeStarted started -> "ChangeStarted " + started.id();
            case Event.ChangeFinished finished -> "ChangeFinished " + finished.id();
            case Event.ChangeFailed failed -> "ChangeFailed " + failed.id() + " " + failed.reason();
            case Event.ChangeRepeated again ->
                "ChangeRepeated " + again.id() + " " + again.attempt() + " of " + again.attempts();
            case Event.ChangeBlocked blocked -> "ChangeBlocked " + blocked.id() + " by " + blocked.cause();
            case Event.RunFinished finished ->
                "RunFinished " + finished.done() + " " + finished.failed() + " " + finished.blocked();
            case Event.FactsStarted _, Event.FactsRead _, Event.FactsFailed _, Event.Waiting _, Event.Waited _ ->
                event.toString();
        };
    }

    private Report run(ScriptedHosts hosts, Change... changes) throws InterruptedException {
        return run(hosts, 4, Plans.of(changes));
    }

    private Report run(ScriptedHosts hosts, int forks, Plan plan) throws InterruptedException {
        return runner(hosts, forks, events::add).run(plan);
    }

    private static Runner runner(ScriptedHosts hosts, int forks, EventSink sink) {
        return new Runner(
                new BatchRunner(hosts),
                TARGETS,
                Limits.ofForks(forks),
                new Stop(),
                NO_PAUSES,
                sink,
                new TickingClock());
    }
}
