package io.urania.lab.system;

import io.urania.lab.report.RackException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Runs programs of this machine. */
public final class Commands {
    /** What a program said and how it ended. */
    public record Result(int exitCode, String output, String errors) {}

    private Commands() {}

    /** A process builder whose PATH also has the administrator's programs: sudo and su may leave them out. */
    public static ProcessBuilder builder(List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(command);
        Map<String, String> environment = builder.environment();
        environment.merge("PATH", "/usr/local/sbin:/usr/sbin:/sbin", (path, sbin) -> path + ":" + sbin);
        return builder;
    }

    /** Runs a program with the given standard input to its end, whatever its exit code. */
    public static Result run(String input, List<String> command) throws IOException, InterruptedException {
        Process process = builder(command).start();
        try {
            var errors = new Drain(process.getErrorStream());
            var output = new Drain(process.getInputStream());
            try (var standardInput = process.getOutputStream()) {
                standardInput.write(input.getBytes(StandardCharsets.UTF_8));
            } catch (IOException closed) {
                // A program may end without reading its input; its exit code says whether that was right.
                if (process.isAlive() && process.waitFor() == 0) {
                    throw closed;
                }
            }
            return new Result(process.waitFor(), output.text(), errors.text());
        } finally {
            process.destroyForcibly();
        }
    }

    /** Runs a program that must succeed and returns what it printed. */
    public static String output(List<String> command) throws RackException, IOException, InterruptedException {
        return output("", command);
    }

    /** As {@link #output(List)}, with standard input. */
    public static String output(String input, List<String> command)
            throws RackException, IOException, InterruptedException {
        Result result = run(input, command);
        if (result.exitCode() != 0) {
            String said = result.errors().isBlank() ? result.output() : result.errors();
            throw new RackException(
                    "%s ended with exit code %d"
                            .formatted(Path.of(command.getFirst()).getFileName(), result.exitCode()),
                    said.isBlank() ? "it printed no reason" : "its output: " + said.strip(),
                    "fix the problem and run the same command again");
        }
        return result.output();
    }
}
