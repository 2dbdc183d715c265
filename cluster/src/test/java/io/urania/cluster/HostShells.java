package io.urania.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The shells of hosts: Debian's, and that of the smallest systems; what this machine does not have is left out. */
public final class HostShells {

    public static final List<String> PRESENT = Stream.of("dash", "busybox sh")
            .filter(shell -> Stream.of("/bin/", "/usr/bin/")
                    .anyMatch(folder -> Files.isExecutable(Path.of(folder + shell.split(" ", -1)[0]))))
            .toList();

    private HostShells() {}

    /** Runs a script as hosts do and returns what it prints; it must end well. */
    public static String run(String shell, String script) throws IOException, InterruptedException {
        return outcome(new ProcessBuilder(shell.split(" ", -1)).redirectError(Redirect.INHERIT), "set -eu\n" + script);
    }

    /** The same, with all that it says; of one that fails, how it ended follows: {@code ended with 1}. */
    public static String all(String shell, String script) throws IOException, InterruptedException {
        return outcome(
                new ProcessBuilder(shell.split(" ", -1)).redirectErrorStream(true),
                "( set -eu\n" + script + "\n) || echo 'ended with' $?\n");
    }

    /** What a shell says of the form of a script, without running it; empty if it is right. */
    public static String mistakes(String shell, String script) throws IOException, InterruptedException {
        return outcome(new ProcessBuilder((shell + " -n").split(" ", -1)).redirectErrorStream(true), script);
    }

    private static String outcome(ProcessBuilder builder, String script) throws IOException, InterruptedException {
        Process process = builder.start();
        try (var input = process.getOutputStream()) {
            input.write(script.getBytes(StandardCharsets.UTF_8));
        }
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }
}
