package io.urania.engine.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.urania.engine.transport.Exit;
import io.urania.engine.transport.Input;
import io.urania.engine.transport.LocalTransport;
import io.urania.engine.transport.Target;
import io.urania.engine.transport.Transport;
import io.urania.engine.transport.TransportException;
import io.urania.engine.transport.TransportException.Cause;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What happens when a connection breaks, or the other side is no host of ours at all. */
@Timeout(120)
final class BrokenStreamTest {

    @TempDir
    private Path directory;

    /** Sends only the first bytes of the input, as a connection does that breaks. */
    private record BreaksOff(Transport transport, int after) implements Transport {

        @Override
        public Exit execute(Target target, String command, Input input, Consumer<String> outputLine)
                throws TransportException, InterruptedException {
            ByteArrayOutputStream whole = new ByteArrayOutputStream();
            return transport.execute(
                    target,
                    command,
                    sink -> {
                        input.writeTo(whole);
                        sink.write(Arrays.copyOf(whole.toByteArray(), Math.max(0, whole.size() - after)));
                    },
                    outputLine);
        }

        @Override
        public void close() {
            transport.close();
        }
    }

    @Test
    void ofAScriptThatDoesNotArriveWholeNothingRuns() {
        Path file = directory.resolve("file");
        List<Step> steps = List.of(
                new Step("one", Operation.of("echo one >>" + file)),
                new Step("two", Operation.of("echo two >>" + file)));
        int length = BatchScript.of(steps, Map.of(), Mode.STOP_AT_FAILURE, BatchId.random())
                .length();

        for (int missing = 2; missing <= length; missing += missing < 40 ? 1 : 41) {
            BatchRunner runner = new BatchRunner(new BreaksOff(new LocalTransport(List.of("dash")), missing));
            assertThatThrownBy(() ->
                            runner.run(LocalTransport.target("clio"), steps, Mode.STOP_AT_FAILURE, BatchListener.NONE))
                    .as("without the last %d characters", missing)
                    .isInstanceOf(TransportException.class);
            assertThat(file).doesNotExist();
        }
    }

    @Test
    void aPayloadThatDoesNotArriveWholeFailsItsStep() throws Exception {
        Path file = directory.resolve("file");
        Step step = new Step(
                "config", Operation.of("receive " + file + "\nmv " + file + " /nowhere", Payload.text("a: 1\nb: 2\n")));

        List<StepResult> results = new BatchRunner(new BreaksOff(new LocalTransport(), 4))
                .run(LocalTransport.target("clio"), List.of(step), Mode.STOP_AT_FAILURE, BatchListener.NONE);

        assertThat(results)
                .containsExactly(new StepResult(
                        "config", 74, "the data for " + file + " arrived incomplete (10 bytes were sent)"));
    }

    @Test
    void anInterruptLetsNoFurtherStepBegin() throws Exception {
        Path gate = directory.resolve("gate");
        Path file = directory.resolve("file");
        new LocalTransport().execute(LocalTransport.target("here"), "mkfifo " + gate, Input.NONE, _ -> {});
        CountDownLatch begun = new CountDownLatch(1);
        List<Step> steps = List.of(
                new Step("waits", Operation.of("read -r line <" + gate)),
                new Step("never", Operation.of("echo >" + file)));
        Thread running = Thread.ofPlatform().start(() -> {
            try {
                new BatchRunner(new LocalTransport())
                        .run(LocalTransport.target("clio"), steps, Mode.STOP_AT_FAILURE, new BatchListener() {
                            @Override
                            public void started(String key) {
                                begun.countDown();
                            }

                            @Override
                            public void finished(StepResult result) {}
                        });
            } catch (TransportException | InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        begun.await();

        running.interrupt();
        running.join();

        assertThat(file).doesNotExist();
    }

    @Test
    void saysWhyNoShellStarted() {
        String printed = "This account is currently not available.";
        BatchRunner runner =
                new BatchRunner(new LocalTransport(List.of("sh", "-c", "echo \"$0\" >&2; exit 1", printed)));

        assertThatThrownBy(
                        () -> runner.run(LocalTransport.target("clio"), List.of(), Mode.KEEP_GOING, BatchListener.NONE))
                .isInstanceOfSatisfying(
                        TransportException.class,
                        failure -> assertThat(failure.kind()).isEqualTo(Cause.LOST))
                .hasMessageContainingAll("clio", printed);
    }

    @Test
    void noiseOfALoginShellDoesNotHideTheFirstStep() throws Exception {
        LocalTransport noisy =
                new LocalTransport(List.of("sh", "-c", "printf 'Welcome to Raspberry Pi'; exec sh \"$@\"", "sh"));

        assertThat(new BatchRunner(noisy)
                        .run(
                                LocalTransport.target("clio"),
                                List.of(new Step("one", Operation.of("echo 1"))),
                                Mode.STOP_AT_FAILURE,
                                BatchListener.NONE))
                .containsExactly(new StepResult("one", 0, "1"));
    }
}
