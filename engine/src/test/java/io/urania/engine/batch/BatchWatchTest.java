package io.urania.engine.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.urania.engine.time.ManualTimer;
import io.urania.engine.transport.LocalTransport;
import io.urania.engine.transport.Target;
import io.urania.engine.transport.TransportException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Hosts whose login shells do something else before our commands or after them. */
@Timeout(60)
final class BatchWatchTest {

    private static final Target TARGET = LocalTransport.target("erato");
    private static final List<Step> STEPS = List.of(new Step("one", Operation.of("echo one")));

    private final ManualTimer time = new ManualTimer();

    @Test
    void aLoginThatBeginsNoCommandIsGivenUpAfterAMinuteByName() {
        assertThatThrownBy(() -> run(Mode.STOP_AT_FAILURE, (marker, lines) -> {
                    lines.accept("Welcome!");
                    passAndWait(BatchWatch.UNTIL_BEGUN);
                }))
                .isInstanceOfSatisfying(
                        TransportException.class,
                        failure -> assertThat(failure.kind()).isEqualTo(TransportException.Cause.LOGIN))
                .hasMessageStartingWith("erato")
                .hasMessageContainingAll(
                        "no command was started within 60 seconds", ".bashrc", "\"Welcome!\"", "return ;; esac");
        assertThat(Thread.interrupted()).isFalse();
    }

    @Test
    void aStepMayTakeItsTimeOnceItHasBegun() throws Exception {
        List<StepResult> results = run(Mode.STOP_AT_FAILURE, (marker, lines) -> {
            lines.accept(marker + " begin 0");
            time.pass(Duration.ofHours(1));
            lines.accept("one");
            lines.accept(marker + " end 0 0");
            lines.accept(marker + " over");
        });

        assertThat(results).containsExactly(new StepResult("one", 0, "one"));
        assertThat(time.alarms()).isZero();
    }

    @Test
    void whatWasChangedCountsThoughTheConnectionStaysOpen() throws Exception {
        assertThat(run(Mode.STOP_AT_FAILURE, this::staysOpen)).containsExactly(new StepResult("one", 0, "one"));
        assertThat(Thread.interrupted()).isFalse();
    }

    @Test
    void aHostThatIsAskedAndKeepsTheConnectionOpenIsNamedWithTheReason() {
        assertThatThrownBy(() -> run(Mode.KEEP_GOING, this::staysOpen))
                .isInstanceOf(TransportException.class)
                .hasMessageStartingWith("erato")
                .hasMessageContainingAll("the connection stays open", ".bashrc");
    }

    @Test
    void anInterruptFromElsewhereIsPassedOn() {
        assertThatThrownBy(() -> run(Mode.STOP_AT_FAILURE, (_, _) -> {
                    Thread.currentThread().interrupt();
                    new CountDownLatch(1).await();
                }))
                .isInstanceOf(InterruptedException.class);
    }

    private void staysOpen(String marker, Consumer<String> lines) throws InterruptedException {
        lines.accept(marker + " begin 0");
        lines.accept("one");
        lines.accept(marker + " end 0 0");
        lines.accept(marker + " over");
        passAndWait(BatchWatch.UNTIL_CLOSED);
    }

    private void passAndWait(Duration duration) throws InterruptedException {
        time.pass(duration);
        new CountDownLatch(1).await();
    }

    private List<StepResult> run(Mode mode, MarkedHost host) throws TransportException, InterruptedException {
        return new BatchRunner(host, Supply.NONE, time).run(TARGET, STEPS, mode, BatchListener.NONE);
    }
}
