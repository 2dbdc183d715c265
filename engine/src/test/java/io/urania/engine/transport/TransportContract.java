package io.urania.engine.transport;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.urania.engine.batch.Payload;
import io.urania.engine.transport.TransportException.Cause;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every transport promises. The time limit only turns a hang into a failure. */
@Timeout(120)
public abstract class TransportContract {

    private static final int MEGABYTE = 1 << 20;

    protected abstract Transport transport();

    protected abstract Target target();

    @Test
    void passesLinesOnWhileTheCommandStillRuns() throws Exception {
        CountDownLatch firstLine = new CountDownLatch(1);
        List<String> lines = new ArrayList<>();

        Exit exit = transport()
                .execute(
                        target(),
                        "echo first; read -r word; echo \"second $word\"",
                        sink -> {
                            await(firstLine);
                            sink.write("arrived\n".getBytes(UTF_8));
                        },
                        line -> {
                            lines.add(line);
                            firstLine.countDown();
                        });

        assertThat(lines).containsExactly("first", "second arrived");
        assertThat(exit).isEqualTo(new Exit(0, ""));
    }

    @Test
    void readsTextAsUtf8AndTheLastLineWithoutItsEnd() throws Exception {
        assertThat(run("printf 'Käse\\n\\n  for Érato'")).containsExactly("Käse", "", "  for Érato");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 42, 128, 254})
    void tellsTheExitCode(int code) throws Exception {
        Exit exit = transport().execute(target(), "exit " + code, Input.NONE, _ -> {});

        assertThat(exit.code()).isEqualTo(code);
    }

    @Test
    void takesExitCode255ForAFailureOfTheTransport() {
        assertThatThrownBy(() -> run("echo 'mkdir: Permission denied' >&2; exit 255"))
                .isInstanceOfSatisfying(
                        TransportException.class,
                        failure -> assertThat(failure.kind()).isEqualTo(Cause.LOST))
                .hasMessageContaining(target().name());
    }

    @Test
    void bringsABigInputThroughUnchanged() throws Exception {
        byte[] bytes = new byte[20 * MEGABYTE + 12345];
        new Random(20).nextBytes(bytes);
        List<String> lines = new ArrayList<>();

        transport().execute(target(), "sha256sum", sink -> sink.write(bytes), lines::add);

        assertThat(lines).containsExactly(Payload.sha256(bytes) + "  -");
    }

    @Test
    void aCommandNeedNotReadItsInput() throws Exception {
        Exit exit = transport().execute(target(), "exit 3", sink -> sink.write(new byte[4 * MEGABYTE]), _ -> {});

        assertThat(exit.code()).isEqualTo(3);
    }

    @Test
    void aCommandThatEndsDoesNotWaitForAnInputThatWaits() throws Exception {
        CountDownLatch never = new CountDownLatch(1);

        Exit exit = transport().execute(target(), "exit 3", _ -> await(never), _ -> {});

        assertThat(exit.code()).isEqualTo(3);
    }

    @Test
    void keepsTheEndOfStandardError() throws Exception {
        Exit exit = transport()
                .execute(
                        target(),
                        "i=0; while [ $i -lt 5000 ]; do i=$((i + 1)); echo \"complaint $i\" >&2; done",
                        Input.NONE,
                        _ -> {});

        assertThat(exit.standardError())
                .endsWith("complaint 4999\ncomplaint 5000")
                .doesNotContain("complaint 1\n");
        assertThat(exit.standardError().getBytes(UTF_8)).hasSizeBetween(16 * 1024 - 20, 16 * 1024);
    }

    @Test
    void saysWhenTheInputCannotBeReadOnThisMachine() {
        assertThatThrownBy(() -> transport()
                        .execute(
                                target(),
                                "cat",
                                _ -> {
                                    throw new NoSuchFileException("/bundle/etcd");
                                },
                                _ -> {}))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("/bundle/etcd");
    }

    @Test
    void passesOnWhatTheReceiverOfLinesThrows() {
        assertThatThrownBy(() -> transport().execute(target(), "echo one; cat", Input.NONE, _ -> {
                    throw new IllegalArgumentException("one is no number");
                }))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("one is no number");
    }

    @Test
    void aLineThatDoesNotEndEndsTheCommand() {
        assertThatThrownBy(() -> run("echo one; exec tr '\\0' x </dev/zero"))
                .isInstanceOf(UnreadableAnswerException.class)
                .hasMessage("one line of it is longer than 4 MiB");
    }

    @Test
    void anInterruptEndsTheCommand() throws Exception {
        CompletableFuture<Long> process = new CompletableFuture<>();
        CompletableFuture<Throwable> thrown = new CompletableFuture<>();
        CountDownLatch over = new CountDownLatch(1);
        Thread waiting = Thread.ofPlatform().start(() -> {
            try {
                transport()
                        .execute(
                                target(),
                                "echo $$; exec cat",
                                _ -> await(over),
                                line -> process.complete(Long.valueOf(line)));
                thrown.complete(new AssertionError("the command ended by itself"));
            } catch (TransportException | InterruptedException | RuntimeException e) {
                thrown.complete(e);
            }
        });
        ProcessHandle command = ProcessHandle.of(process.get()).orElseThrow();

        waiting.interrupt();

        assertThat(thrown.get()).isInstanceOf(InterruptedException.class);
        assertThat(command.onExit().get().isAlive()).isFalse();
        over.countDown();
    }

    @Test
    void runsCommandsAtTheSameTime() throws Exception {
        assertThat(runAtTheSameTime(8))
                .containsExactlyInAnyOrder(
                        "0 done", "1 done", "2 done", "3 done", "4 done", "5 done", "6 done", "7 done");
    }

    /** Runs commands of which none ends before all have begun; returns their last lines. */
    protected final List<String> runAtTheSameTime(int count) throws Exception {
        CountDownLatch running = new CountDownLatch(count);
        List<String> ends = Collections.synchronizedList(new ArrayList<>());
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Exit>> exits = new ArrayList<>();
            for (int number = 0; number < count; number++) {
                String command = "echo running; read -r word; echo \"%d $word\"".formatted(number);
                exits.add(threads.submit(() -> transport()
                        .execute(
                                target(),
                                command,
                                sink -> {
                                    await(running);
                                    sink.write("done\n".getBytes(UTF_8));
                                },
                                line -> {
                                    if (line.equals("running")) {
                                        running.countDown();
                                    } else {
                                        ends.add(line);
                                    }
                                })));
            }
            for (Future<Exit> exit : exits) {
                assertThat(exit.get()).isEqualTo(new Exit(0, ""));
            }
        }

        return ends;
    }

    /** A slow reader must not hold up the others: a blocked write would hold a virtual thread's carrier. */
    @Test
    void inputsThatNobodyReadsDoNotHoldUpOtherCommands() throws Exception {
        int stuck = 6;
        CountDownLatch writing = new CountDownLatch(stuck);
        List<Thread> waiting = new ArrayList<>();
        for (int number = 0; number < stuck; number++) {
            waiting.add(Thread.startVirtualThread(() -> {
                try {
                    transport()
                            .execute(
                                    target(),
                                    "echo begun; while echo; do sleep 1; done",
                                    TransportContract::writeForever,
                                    line -> {
                                        if (line.equals("begun")) {
                                            writing.countDown();
                                        }
                                    });
                } catch (TransportException | InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }));
        }
        writing.await();

        assertThat(run("echo free")).containsExactly("free");

        for (Thread thread : waiting) {
            thread.interrupt();
            thread.join();
        }
    }

    private static void writeForever(OutputStream sink) throws IOException {
        byte[] block = new byte[MEGABYTE];
        while (!Thread.currentThread().isInterrupted()) {
            sink.write(block);
        }
    }

    protected final List<String> run(String command) throws TransportException, InterruptedException {
        List<String> lines = new ArrayList<>();
        Exit exit = transport().execute(target(), command, Input.NONE, lines::add);
        assertThat(exit.code()).as(exit.standardError()).isZero();
        return lines;
    }

    private static void await(CountDownLatch latch) throws IOException {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IOException("interrupted", e);
        }
    }
}
