package io.urania.inventory.ansible;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A Python of this machine that can make virtual environments.
 *
 * @param minor of Python 3.minor
 */
public record PythonInterpreter(Path program, int minor) {
    private static final int OLDEST_MINOR = 11;
    private static final Pattern PROGRAM = Pattern.compile("python3(?:\\.[0-9]+)?");
    private static final Pattern VERSION = Pattern.compile("3\\.([0-9]+)\\s*");
    private static final List<String> VERSION_TOOLS = List.of(
            ".pyenv/versions", ".local/share/uv/python", ".local/share/mise/installs/python", ".asdf/installs/python");

    /** The newest that runs, on the PATH or kept by a version tool; at least 3.11, which Ansible wants. */
    static Optional<PythonInterpreter> newest() throws IOException, InterruptedException {
        List<PythonInterpreter> found = new ArrayList<>();
        for (Path candidate : candidates()) {
            minor(candidate)
                    .filter(minor -> minor >= OLDEST_MINOR)
                    .ifPresent(minor -> found.add(new PythonInterpreter(candidate, minor)));
        }
        return found.stream().max(Comparator.comparingInt(PythonInterpreter::minor));
    }

    private static Set<Path> candidates() throws IOException {
        Set<Path> candidates = new LinkedHashSet<>();
        for (String directory : System.getenv("PATH").split(":", -1)) {
            candidates.addAll(programs(Path.of(directory)));
        }
        Path home = Path.of(System.getProperty("user.home"));
        for (String tool : VERSION_TOOLS) {
            for (Path version : entries(home.resolve(tool))) {
                candidates.addAll(programs(version.resolve("bin")));
            }
        }
        return candidates;
    }

    private static List<Path> programs(Path directory) throws IOException {
        return entries(directory).stream()
                .filter(file -> PROGRAM.matcher(file.getFileName().toString()).matches())
                .toList();
    }

    private static List<Path> entries(Path directory) throws IOException {
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory)) {
            List<Path> result = new ArrayList<>();
            entries.forEach(result::add);
            result.sort(null);
            return result;
        } catch (NoSuchFileException | NotDirectoryException none) {
            return List.of();
        }
    }

    /** Empty if the program does not run, or lacks what a virtual environment needs. */
    private static Optional<Integer> minor(Path program) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        program.toString(),
                        "-c",
                        "import ensurepip, ssl, sys, venv; print('3.%d' % sys.version_info[1])")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        Matcher version = VERSION.matcher(output);
        return process.waitFor() == 0 && version.matches()
                ? Optional.of(Integer.parseInt(version.group(1)))
                : Optional.empty();
    }
}
