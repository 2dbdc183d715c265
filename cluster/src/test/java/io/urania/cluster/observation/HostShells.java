package io.urania.cluster.observation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
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
        Process process = new ProcessBuilder(shell.split(" ", -1))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (var input = process.getOutputStream()) {
            input.write(("set -eu\n" + script).getBytes(StandardCharsets.UTF_8));
        }
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }
}
