package io.urania.engine.run;

import io.urania.engine.batch.BatchId;
import io.urania.engine.batch.BatchListener;
import io.urania.engine.batch.BatchRunner;
import io.urania.engine.batch.Mode;
import io.urania.engine.batch.Operation;
import io.urania.engine.batch.Step;
import io.urania.engine.batch.StepResult;
import io.urania.engine.event.Event;
import io.urania.engine.event.EventSink;
import io.urania.engine.event.PlannedChange;
import io.urania.engine.plan.Change;
import io.urania.engine.plan.Outputs;
import io.urania.engine.plan.Plan;
import io.urania.engine.plan.TaskId;
import io.urania.engine.time.Timer;
import io.urania.engine.transport.Target;
import io.urania.engine.transport.TransportException;
import io.urania.engine.transport.TransportException.Cause;
import io.urania.engine.transport.UnreadableAnswerException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Carries out a plan: a change starts when what it needs is done, wherever that was; what a failed change does not touch
 * goes on. One thread decides; each batch runs in a virtual thread of its own and reports back through a queue.
 */
public final class Runner {

    private final BatchRunner batches;
    private final Map<String, Target> targets;
    private final Limits limits;
    private final Stop stop;
    private final Pauses pauses;
    private final EventSink events;
    private final Clock clock;
    private final Timer timer;
    private final Explanation explanation;
    private final Absence absence;
    private final Confirming confirming;

    /** A runner in the time that passes. */
    public Runner(
            BatchRunner batches,
            Map<String, Target> targets,
            Limits limits,
            Stop stop,
            Pauses pauses,
            EventSink events,
            Clock clock) {
        this(batches, targets, limits, stop, pauses, events, clock, Timer.REAL, Explanation.NONE);
    }

    /**
     * @param targets how each host of the plan is reached
     * @param stop by which others may end the run
     * @param pauses between the attempts of what is made again
     * @param timer by which it is known that a host keeps others waiting
     * @param explanation of what failed
     */
    public Runner(
            BatchRunner batches,
            Map<String, Target> targets,
            Limits limits,
            Stop stop,
            Pauses pauses,
            EventSink events,
            Clock clock,
            Timer timer,
            Explanation explanation) {
        this.batches = batches;
        this.targets = Map.copyOf(targets);
        this.limits = limits;
        this.stop = stop;
        this.pauses = pauses;
        this.events = events;
        this.clock = clock;
        this.timer = timer;
        this.explanation = explanation;
        this.absence = new Absence(clock, pauses, stop);
        this.confirming = new Confirming(batches, pauses);
    }

    /** Runs until nothing more can be done. If interrupted, ends what is running and passes the interrupt on. */
    public Report run(Plan plan) throws InterruptedException {
        Instant started = clock.instant();
        events.accept(new Event.RunStarted(
                started, plan.changes().stream().map(PlannedChange::of).toList()));
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        Run run = new Run(plan, threads);
        try {
            stop.begin(() -> run.news.add(new News.StopAsked()));
            run.untilFinished();
        } finally {
            stop.end();
            threads.shutdownNow();
            threads.close();
        }
        Duration took = Duration.between(started, clock.instant());
        Report report = new Report(plan, run.progress.statuses(), Map.copyOf(run.unusable), took);
        events.accept(new Event.RunFinished(
                clock.instant(),
                took,
                report.done().size(),
                report.failed().size(),
                report.blocked().size(),
                report.left().size()));
        return report;
    }

    /** What a batch tells the deciding thread. */
    private sealed interface News {
        record Started(Change change, Operation operation, Instant at) implements News {}

        record Finished(Change change, StepResult result, Operation operation, Instant at) implements News {}

        /** A host waits, or has waited. */
        record Waits(Event event) implements News {}

        /** The pause is over after which a change is made again. */
        record Again(Change change) implements News {}

        /** Somebody wants the run to end. */
        record StopAsked() implements News {}

        record Ended(BatchId id, List<Change> batch, Optional<TransportException> failure, Instant at)
                implements News {}

        /** A defect in our own code; it must not be lost in a thread. */
        record Broken(Throwable defect) implements News {}
    }

    /** A change and what was made of it for its host. */
    private record Sent(Change change, Operation operation) {}

    /** The state of one run. */
    private final class Run {

        private final Progress progress;
        private final BlockingQueue<News> news = new LinkedBlockingQueue<>();
        private final Map<Change, Instant> startedAt = new HashMap<>();
        private final Map<TaskId, Integer> attempts = new HashMap<>();
        private final Waits waits = new Waits(timer, clock, event -> news.add(new News.Waits(event)));
        private final ExecutorService threads;
        private final Map<String, TransportException> unusable = new HashMap<>();
        private final Map<String, TaskId> lostDuring = new HashMap<>();
        private final Map<BatchId, List<Change>> running = new LinkedHashMap<>();
        private boolean stopSent;
        private int failures;

        Run(Plan plan, ExecutorService threads) {
            this.progress = new Progress(plan);
            this.threads = threads;
        }

        void untilFinished() throws InterruptedException {
            while (!progress.isFinished() || !running.isEmpty()) {
                startWhatCanStart();
                if (running.isEmpty() && stop.cause().isPresent()) {
                    progress.leave(stop.cause().get());
                    return;
                }
                if (running.isEmpty() && !progress.isPausing()) {
                    throw new IllegalStateException("no change can start, and these are left: " + progress.left());
                }
                hear(news.take());
                // What came meanwhile is written down in one go.
                for (News more = news.poll(); more != null; more = news.poll()) {
                    hear(more);
                }
                if (stop.cause().isPresent() && !stopSent) {
                    stopSent = true;
                    running.forEach((id, batch) -> threads.execute(() -> sendStop(batch, id)));
                }
            }
        }

        /** In a connection beside the batch's own. A host that cannot be told goes on to the end of its batch. */
        private void sendStop(List<Change> batch, BatchId id) {
            try {
                batches.run(target(batch), List.of(new Step("stop", id.stop())), Mode.KEEP_GOING, BatchListener.NONE);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (TransportException e) {
                news.add(new News.StopAsked()); // the batch itself will tell that the host is lost
            } catch (Throwable e) {
                news.add(new News.Broken(e));
            }
        }

        private Target target(List<Change> batch) {
            Target target = targets.get(batch.getFirst().host());
            if (target == null) {
                throw new IllegalArgumentException(
                        "no target for " + batch.getFirst().host());
            }
            return target;
        }

        private void hear(News told) {
            switch (told) {
                case News.Started started -> started(started);
                case News.Finished finished -> finished(finished);
                case News.Ended ended -> ended(ended);
                case News.Waits(Event event) -> events.accept(event);
                case News.Again(Change change) -> progress.resume(change);
                case News.StopAsked _ -> {} // to wake up is enough
                case News.Broken(Throwable defect) -> throw Defects.unchecked(defect);
            }
        }

        /** What is started is known to the journal first, and so is the end of all that it relies on. */
        private void startWhatCanStart() {
            List<BatchId> ready = new ArrayList<>();
            for (Optional<List<Change>> next = nextBatch(); next.isPresent(); next = nextBatch()) {
                List<Change> batch = next.get();
                progress.started(batch);
                BatchId id = BatchId.random();
                running.put(id, batch);
                ready.add(id);
                events.accept(new Event.BatchSent(
                        clock.instant(),
                        batch.getFirst().host(),
                        batch.stream().map(change -> change.id().name()).toList()));
            }
            events.settle();
            Outputs outputs = progress.outputs();
            ready.forEach(id -> {
                List<Change> batch = Objects.requireNonNull(running.get(id));
                threads.execute(() -> send(batch, id, outputs));
            });
        }

        private Optional<List<Change>> nextBatch() {
            return running.size() < limits.forks() && stop.cause().isEmpty() ? progress.nextBatch() : Optional.empty();
        }

        private void send(List<Change> batch, BatchId id, Outputs outputs) {
            Waits.Waiter waiter = waits.of(batch.getFirst().host());
            try {
                Map<String, Sent> byKey = new HashMap<>();
                List<Step> steps = new ArrayList<>();
                AtomicReference<@Nullable StepResult> unconfirmed = new AtomicReference<>();
                Target target = target(batch);
                Optional<TransportException> failure = Optional.empty();
                try {
                    for (Change change : batch) {
                        Operation operation = change.difference().operation().apply(outputs);
                        byKey.put(change.id().name(), new Sent(change, operation));
                        steps.add(new Step(change.id().name(), operation));
                    }
                    BatchListener listener = listener(byKey, waiter, unconfirmed);
                    absence.bridge(
                            batch.getFirst().difference().patience().absence(),
                            waiter,
                            () -> batches.run(target, steps, Mode.STOP_AT_FAILURE, listener, id));
                } catch (TransportException e) {
                    failure = Optional.of(e);
                } catch (UnreadableAnswerException e) {
                    // Of what another host said, which had a step before.
                    failure = Optional.of(new TransportException(
                            Cause.ANSWER, target.name() + ": nothing was started: " + e.getMessage()));
                } catch (OutOfMemoryError | StackOverflowError e) {
                    failure = Optional.of(Defects.exhausted(target, e));
                }
                StepResult last = unconfirmed.get();
                if (last != null) {
                    // Whatever became of the connection after the last step: the new one tells.
                    failure = Optional.empty();
                    Sent sent = Objects.requireNonNull(byKey.get(last.key()));
                    waiter.waitsFor(last.key(), "a new connection");
                    StepResult result = confirming.confirm(target, sent.change(), last);
                    news.add(new News.Finished(sent.change(), result, sent.operation(), clock.instant()));
                }
                waiter.goesOn();
                news.add(new News.Ended(id, batch, failure, clock.instant()));
            } catch (InterruptedException e) {
                // The run was interrupted: the deciding thread is not listening any more.
                Thread.currentThread().interrupt();
            } catch (Throwable e) {
                // The deciding thread waits for ever if a batch ends without a word.
                news.add(new News.Broken(e));
            } finally {
                waiter.goesOn();
            }
        }

        /**
         * @param unconfirmed gets the result of a step that worked and is to be confirmed, which nobody else is told yet
         */
        private BatchListener listener(
                Map<String, Sent> byKey, Waits.Waiter waiter, AtomicReference<@Nullable StepResult> unconfirmed) {
            Set<String> begun = new HashSet<>();
            return new BatchListener() {
                @Override
                public void connecting(String what) {
                    waiter.waitsFor(Event.CONNECTION, what);
                }

                @Override
                public void waiting(String key, String what) {
                    if (what.isEmpty()) {
                        waiter.goesOn();
                    } else {
                        waiter.waitsFor(
                                key, Transcript.withoutSecrets(what, sent(key).operation()));
                    }
                }

                @Override
                public void started(String key) {
                    waiter.goesOn();
                    if (!begun.add(key)) {
                        return;
                    }
                    Sent sent = sent(key);
                    news.add(new News.Started(sent.change(), sent.operation(), clock.instant()));
                }

                @Override
                public void finished(StepResult result) {
                    waiter.goesOn();
                    Sent sent = sent(result.key());
                    if (result.succeeded()
                            && sent.change().difference().confirmation().isPresent()) {
                        unconfirmed.set(result);
                        return;
                    }
                    news.add(new News.Finished(sent.change(), result, sent.operation(), clock.instant()));
                }

                private Sent sent(String key) {
                    return Objects.requireNonNull(byKey.get(key), key);
                }
            };
        }

        private void started(News.Started started) {
            Change change = started.change();
            Instant at = started.at();
            startedAt.put(change, at);
            events.accept(new Event.ChangeStarted(at, change.id(), change.phase(), change.title()));
            events.detail(Transcript.begun(at, change.id(), started.operation()));
        }

        private void finished(News.Finished finished) {
            Change change = finished.change();
            StepResult result = finished.result();
            Instant at = finished.at();
            Instant since = startedAt.getOrDefault(change, at);
            events.detail(Transcript.ended(at, change.id(), result, finished.operation()));
            if (result.succeeded()) {
                progress.done(change, new Status.Done(since, at), result.output());
                events.accept(new Event.ChangeFinished(
                        at, change.id(), change.phase(), change.title(), Duration.between(since, at)));
                return;
            }
            String reason = explanation
                    .of(change.id(), Transcript.output(result, finished.operation()))
                    .orElseGet(() -> FailureText.of(
                            result, finished.operation(), change.difference().patience()));
            int made = attempts.merge(change.id(), 1, Integer::sum);
            if (made < change.difference().patience().attempts() && stop.cause().isEmpty()) {
                repeat(change, Duration.between(since, at), reason, made, at);
            } else {
                fail(
                        change,
                        new Status.Failed(
                                since, at, reason, finished.operation().script()));
            }
        }

        private void repeat(Change change, Duration took, String reason, int made, Instant at) {
            Duration pause = pauses.after(made);
            progress.pause(change);
            events.accept(new Event.ChangeRepeated(
                    at,
                    change.id(),
                    change.phase(),
                    change.title(),
                    took,
                    reason,
                    made,
                    change.difference().patience().attempts(),
                    pause));
            threads.execute(() -> {
                try {
                    Thread.sleep(pause);
                    news.add(new News.Again(change));
                } catch (InterruptedException e) {
                    // The run has ended.
                    Thread.currentThread().interrupt();
                }
            });
        }

        private void ended(News.Ended ended) {
            running.remove(ended.id());
            progress.ended(ended.batch());
            String host = ended.batch().getFirst().host();
            ended.failure().ifPresent(failure -> {
                unusable.putIfAbsent(host, failure);
                ended.batch().stream()
                        .filter(change -> !progress.statuses().containsKey(change.id()))
                        .findFirst()
                        .ifPresent(change -> {
                            lostDuring.putIfAbsent(host, change.id());
                            fail(
                                    change,
                                    new Status.Failed(
                                            startedAt.getOrDefault(change, ended.at()),
                                            ended.at(),
                                            String.valueOf(failure.getMessage()),
                                            ""));
                        });
            });
            // Every further attempt would wait for the same time-out: a lost host is given up at once.
            TaskId cause = lostDuring.get(host);
            if (cause != null) {
                blocked(progress.giveUp(host, cause), cause, ended.at());
            }
        }

        private void fail(Change change, Status.Failed failed) {
            Instant at = failed.finished();
            List<Change> blocked = progress.failed(change, failed);
            events.accept(new Event.ChangeFailed(
                    at,
                    change.id(),
                    change.phase(),
                    change.title(),
                    Duration.between(failed.started(), at),
                    failed.reason()));
            blocked(blocked, change.id(), at);
            failures++;
            if (limits.failures().isPresent() && failures >= limits.failures().getAsInt()) {
                stop.request(Stop.Cause.TOO_MANY_FAILURES);
            }
        }

        private void blocked(List<Change> changes, TaskId cause, Instant at) {
            for (Change other : changes) {
                events.accept(new Event.ChangeBlocked(at, other.id(), other.phase(), other.title(), cause));
            }
        }
    }
}
