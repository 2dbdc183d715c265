package io.urania.engine.run;

import static io.urania.engine.run.Plans.change;
import static io.urania.engine.run.Plans.names;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.urania.engine.batch.BatchRunner;
import io.urania.engine.event.Event;
import io.urania.engine.plan.Change;
import io.urania.engine.plan.RetryPolicy;
import io.urania.engine.transport.LocalTransport;
import io.urania.engine.transport.Target;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What did not work is made again, if it may be. */
final class RepeatedChangesTest {

    private static final Map<String, Target> TARGETS =
            Stream.of("clio", "erato").collect(Collectors.toMap(Function.identity(), LocalTransport::target));

    private final List<Event> events = new ArrayList<>();

    @Test
    void makesAgainWhatMayBeMadeAgain() throws Exception {
        AtomicInteger tries = new AtomicInteger();
        ScriptedHosts hosts = new ScriptedHosts((_, step) ->
                step.equals("fetch") && tries.incrementAndGet() < 3 ? ScriptedHosts.FAILURE + "no mirror" : "");

        Report report = run(
                hosts,
                change("clio/before"),
                patient("clio/fetch", 3, "clio/before"),
                change("clio/after", "clio/fetch"));

        assertThat(report.succeeded()).isTrue();
        assertThat(tries).hasValue(3);
        assertThat(hosts.batches())
                .containsExactly("clio: before fetch after", "clio: fetch after", "clio: fetch after");
        assertThat(events)
                .filteredOn(Event.ChangeRepeated.class::isInstance)
                .map(Event.ChangeRepeated.class::cast)
                .extracting(Event.ChangeRepeated::id, Event.ChangeRepeated::attempt, Event.ChangeRepeated::attempts)
                .containsExactly(tuple(Plans.task("clio/fetch"), 1, 3), tuple(Plans.task("clio/fetch"), 2, 3));
    }

    @Test
    void givesUpWhatWasMadeOftenEnough() throws Exception {
        ScriptedHosts hosts =
                new ScriptedHosts((_, step) -> step.equals("fetch") ? ScriptedHosts.FAILURE + "no mirror" : "");

        Report report = run(hosts, patient("clio/fetch", 2), change("clio/after", "clio/fetch"), change("erato/other"));

        assertThat(names(report.failed())).containsExactly("clio/fetch");
        assertThat(names(report.blocked())).containsExactly("clio/after");
        assertThat(names(report.done())).containsExactly("erato/other");
        assertThat(hosts.batches()).filteredOn(batch -> batch.contains("fetch")).hasSize(2);
    }

    @Test
    void doesOtherThingsOnTheHostMeanwhile() throws Exception {
        Stop stop = new Stop();
        ScriptedHosts hosts = new ScriptedHosts((_, step) -> {
            if (step.equals("other")) {
                stop.request(Stop.Cause.INTERRUPTED);
                return "";
            }
            return ScriptedHosts.FAILURE;
        });

        Report report = runner(hosts, stop, _ -> Duration.ofHours(1))
                .run(Plans.of(patient("clio/fetch", 2), change("clio/other")));

        assertThat(names(report.done())).containsExactly("clio/other");
        assertThat(names(report.left())).containsExactly("clio/fetch");
        assertThat(hosts.batches()).startsWith("clio: fetch other", "clio: other");
    }

    @Test
    void pausesGrowToAMinuteAndAreNeverAlike() {
        Pauses pauses = Pauses.doubling(new SplittableRandom(1));

        assertThat(pauses.after(1)).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(2));
        assertThat(pauses.after(3)).isBetween(Duration.ofSeconds(4), Duration.ofSeconds(8));
        assertThat(pauses.after(60)).isBetween(Duration.ofSeconds(30), Duration.ofSeconds(60));
        assertThat(Stream.generate(() -> pauses.after(9)).limit(20).distinct().count())
                .isGreaterThan(1);
    }

    private static Change patient(String id, int attempts, String... needs) {
        Change once = change(id, needs);
        return new Change(
                once.id(),
                once.phase(),
                once.lane(),
                once.difference().with(new RetryPolicy(Duration.ZERO, attempts)),
                once.needs());
    }

    private Report run(ScriptedHosts hosts, Change... changes) throws InterruptedException {
        return runner(hosts, new Stop(), _ -> Duration.ZERO).run(Plans.of(changes));
    }

    private Runner runner(ScriptedHosts hosts, Stop stop, Pauses pauses) {
        return new Runner(
                new BatchRunner(hosts), TARGETS, Limits.ofForks(4), stop, pauses, events::add, new TickingClock());
    }
}
