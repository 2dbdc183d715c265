package io.urania.engine.run;

import static io.urania.engine.run.Plans.change;
import static org.assertj.core.api.Assertions.assertThat;

import io.urania.engine.batch.BatchRunner;
import io.urania.engine.batch.Operation;
import io.urania.engine.plan.Change;
import io.urania.engine.plan.Confirmation;
import io.urania.engine.plan.Plan;
import io.urania.engine.plan.TaskId;
import io.urania.engine.transport.Exit;
import io.urania.engine.transport.Input;
import io.urania.engine.transport.LocalTransport;
import io.urania.engine.transport.Target;
import io.urania.engine.transport.Transport;
import io.urania.engine.transport.TransportException;
import io.urania.engine.transport.TransportException.Cause;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Changes that count only when they were confirmed over a new connection. The time limit only turns a hang into a failure. */
@Timeout(120)
final class ConfirmedChangesTest {

    private final List<String> connections = Collections.synchronizedList(new ArrayList<>());

    @Test
    void isConfirmedOverAConnectionOfItsOwnBeforeAnythingReliesOnIt() throws Exception {
        ScriptedHosts hosts = new ScriptedHosts((_, _) -> "");

        Report report = run(hosts, change("clio/a"), guarded("clio/b", "clio/a"), change("clio/c", "clio/b"));

        assertThat(report.succeeded()).isTrue();
        assertThat(hosts.batches()).containsExactly("clio: a b", "clio: confirm b", "clio: c");
        assertThat(connections).hasSize(3);
        assertThat(connections.getFirst()).isEmpty();
        assertThat(connections.get(1)).isNotEmpty();
        assertThat(connections.getLast()).isEmpty();
    }

    @Test
    void noTwoConfirmationsShareAConnection() throws Exception {
        run(new ScriptedHosts((_, _) -> ""), guarded("clio/a"), guarded("clio/b"), guarded("clio/c"));

        assertThat(connections.stream().filter(word -> !word.isEmpty()).distinct())
                .hasSize(3);
    }

    @Test
    void aChangeThatFailsIsNotConfirmed() throws Exception {
        ScriptedHosts hosts = new ScriptedHosts((_, step) -> step.equals("a") ? ScriptedHosts.FAILURE + "no" : "");

        Report report = run(hosts, guarded("clio/a"));

        assertThat(reason(report, "a")).contains("no");
        assertThat(hosts.batches()).containsExactly("clio: a");
    }

    @Test
    void whatTheHostHasTakenBackHasFailed() throws Exception {
        ScriptedHosts hosts =
                new ScriptedHosts((_, step) -> step.startsWith("confirm") ? ScriptedHosts.FAILURE + "taken back" : "");

        Report report = run(hosts, guarded("clio/a"), change("clio/b", "clio/a"), change("clio/c"));

        assertThat(reason(report, "a")).contains("taken back");
        assertThat(Plans.names(report.blocked())).containsExactly("clio/b");
        assertThat(Plans.names(report.done())).containsExactly("clio/c");
    }

    @Test
    void aRefusedLoginFailsTheChangeAndNotWhatTheOldConnectionStillDoes() throws Exception {
        ScriptedHosts hosts = new ScriptedHosts((_, step) -> {
            if (step.startsWith("confirm")) {
                throw new TransportException(Cause.LOGIN, "clio: login refused");
            }
            return "";
        });

        Report report = run(hosts, guarded("clio/a"), change("clio/b"));

        assertThat(reason(report, "a"))
                .contains("no new connection can be made: clio: login refused; it goes back by itself");
        assertThat(Plans.names(report.done())).containsExactly("clio/b");
        assertThat(connections).hasSize(3);
    }

    @Test
    void aHostThatIsAwayForAMomentIsAskedAgain() throws Exception {
        AtomicInteger attempts = new AtomicInteger();
        ScriptedHosts hosts = new ScriptedHosts((_, step) -> {
            if (step.startsWith("confirm") && attempts.incrementAndGet() < 3) {
                throw new TransportException(Cause.UNREACHABLE, "clio: connection refused");
            }
            return "";
        });

        assertThat(run(hosts, guarded("clio/a")).succeeded()).isTrue();
        assertThat(attempts).hasValue(3);
    }

    /** The change has cut the connection that made it, after its own end. */
    @Test
    void theOldConnectionNeedNotOutliveTheChange() throws Exception {
        ScriptedHosts hosts = new ScriptedHosts((_, _) -> "");
        Transport cut = new Transport() {
            @Override
            public Exit execute(Target target, String command, Input input, Consumer<String> outputLine)
                    throws TransportException, InterruptedException {
                Exit exit = hosts.execute(target, command, input, outputLine);
                if (target.connection().isEmpty()) {
                    throw new TransportException(Cause.LOST, "clio: the connection was lost");
                }
                return exit;
            }

            @Override
            public void close() {
                hosts.close();
            }
        };

        assertThat(run(cut, guarded("clio/a")).succeeded()).isTrue();
    }

    private static Change guarded(String id, String... needs) {
        Change plain = change(id, needs);
        Confirmation confirmation =
                new Confirmation(Operation.of("confirm " + plain.id().name()), "it goes back by itself");
        return new Change(
                plain.id(), plain.phase(), plain.lane(), plain.difference().confirmedBy(confirmation), plain.needs());
    }

    private static String reason(Report report, String name) {
        return ((Status.Failed) report.statuses().get(new TaskId("clio", name))).reason();
    }

    private Report run(Transport hosts, Change... changes) throws InterruptedException {
        Transport watched = new Transport() {
            @Override
            public Exit execute(Target target, String command, Input input, Consumer<String> outputLine)
                    throws TransportException, InterruptedException {
                connections.add(target.connection());
                return hosts.execute(target, command, input, outputLine);
            }

            @Override
            public void close() {
                hosts.close();
            }
        };
        Plan plan = Plans.of(changes);
        return new Runner(
                        new BatchRunner(watched),
                        Map.of("clio", LocalTransport.target("clio")),
                        Limits.ofForks(4),
                        new Stop(),
                        _ -> Duration.ZERO,
                        _ -> {},
                        Clock.systemUTC())
                .run(plan);
    }
}
