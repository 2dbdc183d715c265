package io.urania.cluster.diagnosis;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Programs of this machine. */
final class ShellRun {

    private ShellRun() {}

    /** What a program prints with a last argument and an input; skips the test where there is no such program. */
    static String of(List<String> program, String argument, String input) throws IOException, InterruptedException {
        assumeThat(Files.isExecutable(Path.of("/usr/bin", program.getFirst()))
                        || Files.isExecutable(Path.of("/bin", program.getFirst())))
                .as(program.getFirst() + " is not installed")
                .isTrue();
        List<String> words = new ArrayList<>(program);
        words.add(argument);
        Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
        try (var sink = process.getOutputStream()) {
            sink.write(input.getBytes(StandardCharsets.UTF_8));
        }
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return output;
    }
}
