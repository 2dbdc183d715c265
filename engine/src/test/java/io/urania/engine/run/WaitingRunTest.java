package io.urania.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.urania.engine.batch.BatchRunner;
import io.urania.engine.batch.MarkedHost;
import io.urania.engine.batch.Operation;
import io.urania.engine.batch.Payload;
import io.urania.engine.batch.Supply;
import io.urania.engine.event.Event;
import io.urania.engine.fact.FactReader;
import io.urania.engine.plan.Action;
import io.urania.engine.plan.Change;
import io.urania.engine.plan.Difference;
import io.urania.engine.plan.Lane;
import io.urania.engine.plan.Plan;
import io.urania.engine.plan.TaskId;
import io.urania.engine.system.SystemProbe;
import io.urania.engine.time.ManualTimer;
import io.urania.engine.transport.LocalTransport;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is told of a host that keeps others waiting: while it connects, while it is asked, and while it makes a change. */
@Timeout(60)
final class WaitingRunTest {

    private static final Duration MORE_THAN_SILENCE = Waits.SILENCE.plusSeconds(1);

    private final ManualTimer time = new ManualTimer();
    private final List<Event> events = new ArrayList<>();

    @Test
    void aHostThatComesToNoCommandIsNamedWhileFactsAreRead() throws Exception {
        gather((marker, lines) -> {
            time.pass(MORE_THAN_SILENCE);
            answer(marker, lines::accept);
        });

        assertThat(events)
                .containsSubsequence(
                        new Event.Waiting(
                                at(10), "erato", Event.CONNECTION, "a login that runs commands", Instant.EPOCH),
                        new Event.Waited(
                                at(11), "erato", Event.CONNECTION, "a login that runs commands", MORE_THAN_SILENCE))
                .last()
                .isInstanceOf(Event.FactsRead.class);
    }

    @Test
    void aHostThatTakesItsTimeForAnAnswerIsNamedWithTheQuestion() throws Exception {
        gather((marker, lines) -> {
            lines.accept(marker + " begin 0");
            time.pass(MORE_THAN_SILENCE);
            lines.accept(marker + " end 0 1");
        });

        assertThat(events)
                .contains(new Event.Waiting(
                        at(10),
                        "erato",
                        Event.FACTS,
                        "its answer about " + SystemProbe.QUESTION.probe().name(),
                        Instant.EPOCH));
    }

    @Test
    void aStepThatSaysWhatItWaitsForIsHeardWithoutItsSecrets() throws Exception {
        run((marker, lines) -> {
            lines.accept(marker + " begin 0");
            lines.accept(marker + " waiting the lock of swordfish");
            time.pass(MORE_THAN_SILENCE);
            lines.accept(marker + " waiting ");
            time.pass(MORE_THAN_SILENCE);
            lines.accept(marker + " end 0 0");
        });

        assertThat(events)
                .filteredOn(event -> event instanceof Event.Waiting || event instanceof Event.Waited)
                .containsExactly(
                        new Event.Waiting(at(10), "erato", "packages", "the lock of (secret)", Instant.EPOCH),
                        new Event.Waited(at(11), "erato", "packages", "the lock of (secret)", MORE_THAN_SILENCE));
    }

    @Test
    void aStepThatWorksIsNotSaidToWait() throws Exception {
        run((marker, lines) -> {
            lines.accept(marker + " begin 0");
            time.pass(Duration.ofHours(1));
            lines.accept(marker + " end 0 0");
        });

        assertThat(events).noneMatch(Event.Waiting.class::isInstance);
    }

    private interface Lines {
        void accept(String line);
    }

    private static void answer(String marker, Lines lines) {
        lines.accept(marker + " begin 0");
        lines.accept(marker + " end 0 1");
    }

    private static Instant at(long second) {
        return Instant.ofEpochSecond(second);
    }

    private void gather(MarkedHost host) throws InterruptedException {
        new FactGathering(new FactReader(new BatchRunner(host, Supply.NONE, time)), events::add, time, time)
                .gather(
                        Map.of("erato", LocalTransport.target("erato")),
                        Map.of("erato", List.of(SystemProbe.QUESTION)));
    }

    private void run(MarkedHost host) throws InterruptedException {
        Operation operation = Operation.of("receive it", Payload.text("swordfish", List.of("swordfish")));
        Change change = new Change(
                new TaskId("erato", "packages"),
                "host",
                Lane.SYSTEM,
                Difference.of(Action.RUN, "install", "not installed", "installed", operation),
                Set.of());
        Report report = new Runner(
                        new BatchRunner(host, Supply.NONE, time),
                        Map.of("erato", LocalTransport.target("erato")),
                        Limits.ofForks(1),
                        new Stop(),
                        _ -> Duration.ZERO,
                        events::add,
                        time,
                        time,
                        Explanation.NONE)
                .run(new Plan(List.of(change), 0));
        assertThat(report.succeeded()).isTrue();
    }
}
