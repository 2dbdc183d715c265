package io.urania.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.urania.engine.batch.Operation;
import io.urania.engine.batch.StepResult;
import io.urania.engine.plan.RetryPolicy;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class FailureTextTest {

    private static final Operation OPERATION = Operation.of("true");

    @Test
    void showsTheEndOfWhatWasPrinted() {
        String printed =
                IntStream.rangeClosed(1, 30).mapToObj(Integer::toString).collect(Collectors.joining("\n"));

        assertThat(text(1, printed).lines()).hasSize(20).endsWith("30").startsWith("11");
    }

    @Test
    void tellsTheExitCodeOfWhatPrintedNothing() {
        assertThat(text(3, " ")).isEqualTo("the command ended with exit code 3 and printed nothing");
    }

    @Test
    void saysWhyACommandMayHaveBeenKilled() {
        assertThat(text(137, "Killed").lines())
                .startsWith("Killed")
                .anySatisfy(
                        line -> assertThat(line).contains("memory runs out", "dmesg", "run the same command again"));
        assertThat(text(137, "")).startsWith("the command was killed (signal 9)");
    }

    @Test
    void saysThatACommandWasEndedBecauseItTookTooLong() {
        assertThat(text(124, "Reading package lists...").lines())
                .containsExactly("Reading package lists...", "it was stopped because it took longer than 15 minutes");
    }

    private static String text(int code, String output) {
        return FailureText.of(new StepResult("key", code, output), OPERATION, RetryPolicy.of(Duration.ofMinutes(15)));
    }
}
