package io.urania.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class StandardStreamTest {

    @Test
    void tellsWhyWhatWasPrintedIsNotThere() throws Exception {
        try (OutputStream full = new FileOutputStream("/dev/full")) {
            StandardStream output = new StandardStream(full);

            printed(output);

            assertThat(output.failure()).contains("No space left on device");
        }
    }

    @Test
    void aReaderThatHasSeenEnoughIsNoFailure() throws Exception {
        Process reader = new ProcessBuilder("true")
                .redirectInput(ProcessBuilder.Redirect.PIPE)
                .start();
        assertThat(reader.waitFor()).isZero();
        StandardStream output = new StandardStream(reader.getOutputStream());

        printed(output);

        assertThat(output.failure()).isEmpty();
    }

    @Test
    void whatWasWrittenIsNoFailure() {
        StandardStream output = new StandardStream(OutputStream.nullOutputStream());

        printed(output);

        assertThat(output.failure()).isEmpty();
    }

    private static void printed(StandardStream output) {
        PrintStream stream = new PrintStream(output, false, StandardCharsets.UTF_8);
        stream.println("a line");
        stream.flush();
    }
}
