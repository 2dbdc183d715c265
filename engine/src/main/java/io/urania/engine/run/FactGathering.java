package io.urania.engine.run;

import io.urania.engine.batch.BatchListener;
import io.urania.engine.batch.StepResult;
import io.urania.engine.event.Event;
import io.urania.engine.event.EventSink;
import io.urania.engine.fact.FactBook;
import io.urania.engine.fact.FactReader;
import io.urania.engine.fact.Facts;
import io.urania.engine.fact.Preface;
import io.urania.engine.fact.Question;
import io.urania.engine.time.Timer;
import io.urania.engine.transport.Target;
import io.urania.engine.transport.TransportException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;

/** Reads the facts of all hosts at once, one round trip each. */
public final class FactGathering {

    /** What a host is waited for that is being asked. */
    private static final String ANSWER = "its answer";

    private final FactReader reader;
    private final EventSink events;
    private final Clock clock;
    private final Timer timer;

    public FactGathering(FactReader reader, EventSink events, Clock clock) {
        this(reader, events, clock, Timer.REAL);
    }

    /**
     * @param timer by which it is known that a host keeps others waiting
     */
    public FactGathering(FactReader reader, EventSink events, Clock clock, Timer timer) {
        this.reader = reader;
        this.events = events;
        this.clock = clock;
        this.timer = timer;
    }

    /** The facts of the hosts that answered, and why the others did not. */
    public record Gathered(FactBook book, SortedMap<String, TransportException> failures) {}

    /**
     * Asks every host, and waits for the slowest.
     *
     * @param questions what to ask each host; hosts without questions are asked nothing but whether they answer
     */
    public Gathered gather(Map<String, Target> targets, Map<String, ? extends Collection<Question<?>>> questions)
            throws InterruptedException {
        return gather(targets, questions, Optional.empty());
    }

    /** The same, with something that every host does first, in the same round trip. */
    public Gathered gather(
            Map<String, Target> targets,
            Map<String, ? extends Collection<Question<?>>> questions,
            Optional<Preface> preface)
            throws InterruptedException {
        events.accept(new Event.FactsStarted(
                clock.instant(), targets.keySet().stream().sorted().toList()));
        BlockingQueue<Answer> answers = new LinkedBlockingQueue<>();
        Waits waits = new Waits(timer, clock, event -> answers.add(new Answer.Later(event)));
        SortedMap<String, Facts> facts = new TreeMap<>();
        SortedMap<String, TransportException> failures = new TreeMap<>();
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        try {
            targets.forEach((host, target) -> threads.execute(() -> {
                Collection<Question<?>> asked = questions.get(host);
                answers.add(ask(target, asked == null ? List.of() : asked, preface, waits.of(host)));
            }));
            for (int open = targets.size(); open > 0; ) {
                switch (answers.take()) {
                    case Answer.Given(Facts given, Duration took) -> {
                        open--;
                        facts.put(given.host(), given);
                        events.accept(new Event.FactsRead(clock.instant(), given.host(), took));
                    }
                    case Answer.None(String host, TransportException failure) -> {
                        open--;
                        failures.put(host, failure);
                        events.accept(
                                new Event.FactsFailed(clock.instant(), host, String.valueOf(failure.getMessage())));
                    }
                    case Answer.Later(Event waiting) -> events.accept(waiting);
                    case Answer.Broken(Throwable defect) -> throw Defects.unchecked(defect);
                }
            }
        } finally {
            threads.shutdownNow();
            threads.close();
        }
        return new Gathered(new FactBook(facts), failures);
    }

    private sealed interface Answer {
        record Given(Facts facts, Duration took) implements Answer {}

        record None(String host, TransportException failure) implements Answer {}

        /** Nothing yet, and something to be told of that. */
        record Later(Event waiting) implements Answer {}

        record Broken(Throwable defect) implements Answer {}
    }

    private Answer ask(
            Target target, Collection<Question<?>> questions, Optional<Preface> preface, Waits.Waiter waiter) {
        Instant started = clock.instant();
        try {
            return new Answer.Given(
                    reader.read(target, questions, preface, listener(waiter)),
                    Duration.between(started, clock.instant()));
        } catch (TransportException e) {
            return new Answer.None(target.name(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Answer.Broken(new IllegalStateException("interrupted while reading facts", e));
        } catch (OutOfMemoryError | StackOverflowError e) {
            return new Answer.None(target.name(), Defects.exhausted(target, e));
        } catch (Throwable e) {
            // Whoever waits for the answer waits for ever if a thread ends without one.
            return new Answer.Broken(e);
        } finally {
            waiter.goesOn();
        }
    }

    /** Whatever a host is asked, it is a wait for those who asked. */
    private static BatchListener listener(Waits.Waiter waiter) {
        return new BatchListener() {
            @Override
            public void connecting(String what) {
                waiter.waitsFor(Event.CONNECTION, what);
            }

            @Override
            public void started(String key) {
                waiter.goesOn();
                int number = key.indexOf(' ');
                waiter.waitsFor(Event.FACTS, number < 0 ? ANSWER : ANSWER + " about " + key.substring(number + 1));
            }

            @Override
            public void waiting(String key, String what) {
                waiter.waitsFor(Event.FACTS, what.isEmpty() ? ANSWER : what);
            }

            @Override
            public void finished(StepResult result) {
                waiter.goesOn();
            }
        };
    }
}
