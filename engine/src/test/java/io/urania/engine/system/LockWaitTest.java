package io.urania.engine.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.urania.engine.batch.BatchListener;
import io.urania.engine.batch.BatchRunner;
import io.urania.engine.batch.Mode;
import io.urania.engine.batch.Operation;
import io.urania.engine.batch.ShellKind;
import io.urania.engine.batch.Step;
import io.urania.engine.batch.StepResult;
import io.urania.engine.transport.LocalTransport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A lock that this very process holds. */
@Timeout(120)
final class LockWaitTest {

    private static final String HOLDER = "java (pid " + ProcessHandle.current().pid() + ")";

    @TempDir
    private Path directory;

    private final List<String> waits = new ArrayList<>();

    @ParameterizedTest
    @EnumSource(ShellKind.class)
    void whoHasTheLockIsNamedAndWaitedFor(ShellKind shell) throws Exception {
        Path file = Files.createFile(directory.resolve("lock"));
        try (FileChannel locked = FileChannel.open(file, StandardOpenOption.WRITE)) {
            assertThat(locked.lock().isValid()).isTrue();

            StepResult result = run(shell, waiting(file, Duration.ofMinutes(1)), locked);

            assertThat(result).isEqualTo(new StepResult("lock", 0, "free"));
        }
        assertThat(waits).containsExactly("the lock of dpkg, held by " + HOLDER, "");
    }

    @ParameterizedTest
    @EnumSource(ShellKind.class)
    void aLockThatIsNotGivenBackIsAnErrorWithItsHolder(ShellKind shell) throws Exception {
        Path file = Files.createFile(directory.resolve("lock"));
        try (FileChannel locked = FileChannel.open(file, StandardOpenOption.WRITE);
                FileChannel other =
                        FileChannel.open(Files.createFile(directory.resolve("other")), StandardOpenOption.WRITE)) {
            assertThat(locked.lock().isValid()).isTrue();

            StepResult result = run(shell, waiting(file, Duration.ZERO), other);

            assertThat(result.succeeded()).isFalse();
            assertThat(result.output())
                    .startsWith("dpkg has been locked by " + HOLDER)
                    .contains(file.toString(), "ps -fp")
                    .doesNotContain("free");
        }
    }

    private static String waiting(Path file, Duration patience) {
        return LockWait.awaited("dpkg", "lock_holders " + file, patience);
    }

    /** Closes the channel, and so gives its lock back, when the first wait is told. */
    private StepResult run(ShellKind shell, String script, FileChannel channel) throws Exception {
        BatchListener listener = new BatchListener() {
            @Override
            public void started(String key) {}

            @Override
            public void finished(StepResult result) {}

            @Override
            public void waiting(String key, String what) {
                waits.add(what);
                try {
                    channel.close();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        };
        List<Step> steps = List.of(new Step("lock", Operation.of(script + "echo free")));
        return new BatchRunner(shell.transport(directory))
                .run(LocalTransport.target("here"), steps, Mode.STOP_AT_FAILURE, listener)
                .getFirst();
    }
}
