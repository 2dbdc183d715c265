package io.urania.engine.fact;

import io.urania.engine.batch.BatchRunner;
import io.urania.engine.batch.ShellKind;
import io.urania.engine.transport.LocalTransport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * This machine as a host that probes ask, with one kind of shell. A planted question sees files that a test has put in the place of
 * those below /etc, /run and the like; another one sees the machine as it is.
 */
public final class PlantedHost implements AutoCloseable {

    private final Path root;
    private final FactReader reader;

    public PlantedHost(ShellKind shell) throws IOException {
        // Short, for busybox goes into it in the place of a search path.
        this.root = Files.createTempDirectory(Path.of("/tmp"), "p");
        this.reader = new FactReader(new BatchRunner(shell.transport(root)));
    }

    /** Where a path of the host really is. */
    public Path at(String path) {
        return root.resolve(path.substring(1));
    }

    /** Plants a file. */
    public Path write(String path, String text) throws IOException {
        Files.createDirectories(at(path).getParent());
        return Files.writeString(at(path), text);
    }

    /** Plants a program that comes before the machine's own of that name. */
    public void program(String name, String text) throws IOException {
        Path file = write("/usr/local/bin/" + name, "#!/bin/sh\n" + text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /** Has a folder of the planted host be the machine's own. */
    public void link(String folder) throws IOException {
        Files.createSymbolicLink(at(folder), Path.of(folder));
    }

    /** The answer of the machine as it is. */
    public <T> Optional<T> ask(Question<T> question) throws Exception {
        return facts(List.of(question)).find(question);
    }

    /** All that the machine as it is answers. */
    public Facts facts(List<? extends Question<?>> questions) throws Exception {
        return reader.read(LocalTransport.target("here"), questions);
    }

    /** The answer of the planted host. */
    public <T> Optional<T> askPlanted(Question<T> question) throws Exception {
        return ask(new Question<>(new Planted<>(question.probe(), root), question.subject()));
    }

    @Override
    public void close() throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.toList().reversed()) {
                Files.delete(file);
            }
        }
    }

    /** A probe whose script sees some of the host's folders below another directory. */
    private record Planted<T>(Probe<T> probe, Path root) implements Probe<T> {

        private static final Pattern FOLDER = Pattern.compile("(?<![\\w.+*$}\"-])/(etc|proc|sys|lib|run|var|usr|opt)/");

        @Override
        public String name() {
            return probe.name();
        }

        @Override
        public String script(SortedSet<String> subjects) {
            return "PATH=" + root + "/usr/local/bin:$PATH\n"
                    + FOLDER.matcher(probe.script(subjects)).replaceAll(root + "$0");
        }

        @Override
        public Map<String, T> parse(String output, SortedSet<String> subjects) {
            return probe.parse(output.replace(root.toString(), ""), subjects);
        }
    }
}
