package io.urania.engine.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

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

    private Process batch(List<Step> steps) throws Exception {
        BatchId id = new BatchId(UUID.randomUUID(), directory.resolve("run").toString());
        String script = BatchScript.of(steps, Map.of(), Mode.STOP_AT_FAILURE, id);
        return new ProcessBuilder("sh", "-c", script)
                .redirectInput(new File("/dev/null"))
                .redirectErrorStream(true)
                .start();
    }
}
