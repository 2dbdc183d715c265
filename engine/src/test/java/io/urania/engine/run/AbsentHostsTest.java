package io.urania.engine.run;

import static io.urania.engine.run.Plans.change;
import static io.urania.engine.run.Plans.names;
import static org.assertj.core.api.Assertions.assertThat;

import io.urania.engine.batch.BatchRunner;
import io.urania.engine.event.Event;
import io.urania.engine.plan.Change;
import io.urania.engine.plan.Lane;
import io.urania.engine.plan.Plan;
import io.urania.engine.plan.RetryPolicy;
import io.urania.engine.transport.LocalTransport;
import io.urania.engine.transport.Target;
import io.urania.engine.transport.TransportException;
import io.urania.engine.transport.TransportException.Cause;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Changes that take their host away; the time limit only turns a hang into a failure. */
@Timeout(120)
final class AbsentHostsTest {

    private static final Map<String, Target> TARGETS =
            Stream.of("clio").collect(Collectors.toMap(Function.identity(), LocalTransport::target));

    private final List<Event> events = new ArrayList<>();

    @Test
    void aHostThatRestartsIsWaitedForAndTheChangeIsMadeOnce() throws Exception {
        AtomicInteger tries = new AtomicInteger();
        ScriptedHosts hosts = new ScriptedHosts((host, step) -> {
            if (step.equals("restart")) {
                switch (tries.incrementAndGet()) {
                    case 1 -> throw new TransportException(Cause.LOST, host + ": the connection broke");
                    case 2 -> throw new TransportException(Cause.UNREACHABLE, host + ": connection refused");
                    case 3 -> throw new TransportException(Cause.LOGIN, host + ": system is booting up");
                    default -> {}
                }
            }
            return "";
        });

        Report report = run(hosts, Duration.ofMinutes(5), change("clio/after", "clio/restart"));

        assertThat(report.succeeded()).isTrue();
        assertThat(hosts.batches())
                .containsExactly("clio: restart", "clio: restart", "clio: restart", "clio: restart", "clio: after");
        assertThat(events)
                .filteredOn(event -> event instanceof Event.ChangeStarted started
                        && started.id().name().equals("restart"))
                .hasSize(1);
    }

    @Test
    void aHostThatStaysAwayHasFailed() throws Exception {
        ScriptedHosts hosts = new ScriptedHosts((host, step) -> {
            if (step.equals("restart")) {
                throw new TransportException(Cause.UNREACHABLE, host + ": no route");
            }
            return "";
        });

        Report report = run(hosts, Duration.ofSeconds(10), change("clio/after", "clio/restart"));

        assertThat(names(report.failed())).containsExactly("clio/restart");
        assertThat(names(report.blocked())).containsExactly("clio/after");
        assertThat(hosts.batches().size()).isGreaterThan(1);
    }

    @Test
    void anotherHostKeyIsNoAbsence() throws Exception {
        ScriptedHosts hosts = new ScriptedHosts((host, _) -> {
            throw new TransportException(Cause.HOST_KEY, host + ": another key");
        });

        Report report = run(hosts, Duration.ofMinutes(5));

        assertThat(names(report.failed())).containsExactly("clio/restart");
        assertThat(hosts.batches()).containsExactly("clio: restart");
    }

    private Report run(ScriptedHosts hosts, Duration absence, Change... further) throws InterruptedException {
        Change once = change("clio/restart", Lane.ALONE);
        List<Change> changes = new ArrayList<>(List.of(new Change(
                once.id(),
                once.phase(),
                once.lane(),
                once.difference().with(RetryPolicy.across(absence)),
                once.needs())));
        changes.addAll(List.of(further));
        return new Runner(
                        new BatchRunner(hosts),
                        TARGETS,
                        Limits.ofForks(8),
                        new Stop(),
                        _ -> Duration.ZERO,
                        events::add,
                        new TickingClock())
                .run(new Plan(changes, 0));
    }
}
