package io.urania.engine.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A batch to which nobody listens any more, as when the program was killed. */
@Timeout(60)
final class UnheardBatchTest {

    @TempDir
    private Path directory;

    @Test
    void comesToTheEndOfItsStepAndBeginsNoOther() throws Exception {
        Path lost = directory.resolve("lost");
        Path first = directory.resolve("first");
        Path second = directory.resolve("second");
        List<Step> steps = List.of(
                new Step("one", Operation.of("""
                        until [ -e %s ]; do sleep 0.05; done
                        echo one
                        printf 'two\\n' | cat
                        : >%s
                        """.formatted(lost, first))),
                new Step("two", Operation.of(": >" + second)));
        Process batch = batch(steps);
        try (BufferedReader output = batch.inputReader()) {
            String line = output.readLine();
            while (line != null && !line.endsWith("begin 0")) {
                line = output.readLine();
            }
            assertThat(line).as("the mark of the first step").isNotNull();
        }
        Files.createFile(lost);

        assertThat(batch.waitFor()).isNotZero();
        assertThat(first).exists();
        assertThat(second).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"dash", "bash --posix", "busybox sh"})
    void aStepThatTellsOfItsWaitsComesToItsEnd(String shell) throws Exception {
        Path lost = directory.resolve("lost");
        Path end = directory.resolve("end");
        Process batch = batch(shell, List.of(new Step("one", Operation.of("""
                        waiting_for somebody
                        until [ -e %s ]; do sleep 0.05; done
                        tries=0
                        while [ "$tries" -lt 3000 ]; do
                            tries=$((tries + 1))
                            waiting_for "somebody, who does not read this: $tries"
                        done
                        : >%s
                        """.formatted(lost, end)))));
        try (BufferedReader output = batch.inputReader()) {
            String line = output.readLine();
            while (line != null && !line.endsWith("waiting somebody")) {
                line = output.readLine();
            }
            assertThat(line).as("what the step waits for").isNotNull();
        }
        Files.createFile(lost);

        assertThat(batch.waitFor()).isNotZero();
        assertThat(end).exists();
    }

    private Process batch(List<Step> steps) throws Exception {
        return batch("sh", steps);
    }

    private Process batch(String shell, List<Step> steps) throws Exception {
        BatchId id = new BatchId(UUID.randomUUID(), directory.resolve("run").toString());
        String script = BatchScript.of(steps, Map.of(), Mode.STOP_AT_FAILURE, id);
        List<String> words = new ArrayList<>(List.of(shell.split(" ", -1)));
        words.addAll(List.of("-c", script));
        return new ProcessBuilder(words)
                .redirectInput(new File("/dev/null"))
                .redirectErrorStream(true)
                .start();
    }
}
