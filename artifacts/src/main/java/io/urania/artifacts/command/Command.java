package io.urania.artifacts.command;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A program to run on this machine, in the environment of ours with some variables set.
 *
 * @param words the program and its arguments
 * @param directory where it runs
 * @param environment variables it gets besides ours
 */
public record Command(List<String> words, Path directory, Map<String, String> environment) {
    private static final int LAST_LINES = 15;

    public Command {
        words = List.copyOf(words);
        environment = Map.copyOf(environment);
    }

    /** Runs the program; what it prints is added to the log. */
    public void run(Path log) throws CommandFailed, IOException, InterruptedException {
        prepareLog(log);
        await(ProcessBuilder.Redirect.appendTo(log.toFile()), log);
    }

    /** Runs the program and gives back what it prints to its standard output; its standard error is added to the log. */
    public String output(Path log) throws CommandFailed, IOException, InterruptedException {
        prepareLog(log);
        Path output = Files.createTempFile("urania", ".out");
        try {
            await(ProcessBuilder.Redirect.to(output.toFile()), log);
            return Files.readString(output);
        } finally {
            Files.delete(output);
        }
    }

    private void prepareLog(Path log) throws IOException {
        Files.createDirectories(log.toAbsolutePath().resolveSibling("."));
        Files.writeString(
                log, "$ " + String.join(" ", words) + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    private void await(ProcessBuilder.Redirect output, Path log)
            throws CommandFailed, IOException, InterruptedException {
        ensureOnPath();
        ProcessBuilder builder = new ProcessBuilder(words)
                .directory(directory.toFile())
                .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .redirectOutput(output);
        builder.environment().putAll(environment);
        Process process = builder.start();
        int exitCode;
        try {
            exitCode = process.waitFor();
        } catch (InterruptedException e) {
            process.descendants().forEach(ProcessHandle::destroy);
            process.destroy();
            throw e;
        }
        if (exitCode != 0) {
            throw CommandFailed.ended(words, exitCode, lastLines(log), log);
        }
    }

    private void ensureOnPath() throws CommandFailed {
        String program = words.getFirst();
        if (program.contains("/")) {
            return;
        }
        String path = System.getenv().getOrDefault("PATH", "");
        for (String directoryOnPath : path.split(File.pathSeparator, -1)) {
            if (Files.isExecutable(Path.of(directoryOnPath, program))) {
                return;
            }
        }
        throw CommandFailed.missing(program);
    }

    private static String lastLines(Path log) throws IOException {
        List<String> lines = new ArrayList<>();
        new String(Files.readAllBytes(log), StandardCharsets.UTF_8).lines().forEach(lines::add);
        return String.join("\n", lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()));
    }
}
