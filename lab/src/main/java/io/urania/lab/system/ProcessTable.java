package io.urania.lab.system;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The processes of this machine, as /proc showed them at one moment. */
public record ProcessTable(List<Entry> processes) {
    /**
     * One process.
     *
     * @param id as this machine counts
     * @param innermostId as its own process namespace counts: 1 for the first process of a container
     * @param layer for the first process of a container whose root is an overlay: the overlay's upper directory
     */
    public record Entry(long id, long parent, long innermostId, List<String> arguments, Optional<Path> layer) {
        public Entry {
            arguments = List.copyOf(arguments);
        }
    }

    private static final Pattern NUMBER = Pattern.compile("[0-9]+");

    public ProcessTable {
        processes = List.copyOf(processes);
    }

    public static ProcessTable read() throws IOException {
        List<Entry> entries = new ArrayList<>();
        try (DirectoryStream<Path> directories = Files.newDirectoryStream(
                Path.of("/proc"),
                path -> NUMBER.matcher(path.getFileName().toString()).matches())) {
            for (Path directory : directories) {
                read(directory).ifPresent(entries::add);
            }
        }
        return new ProcessTable(entries);
    }

    private static Optional<Entry> read(Path directory) {
        try {
            Entry entry = parse(
                    Files.readAllLines(directory.resolve("status"), StandardCharsets.UTF_8),
                    new String(Files.readAllBytes(directory.resolve("cmdline")), StandardCharsets.UTF_8));
            if (entry.innermostId() != 1 || entry.id() == 1) {
                return Optional.of(entry);
            }
            Optional<Path> layer = MountTable.parse(
                            Files.readAllLines(directory.resolve("mountinfo"), StandardCharsets.UTF_8))
                    .rootLayer();
            return Optional.of(new Entry(entry.id(), entry.parent(), entry.innermostId(), entry.arguments(), layer));
        } catch (IOException ended) {
            // The process ended between the listing and the reading: it is not there, which is the answer.
            return Optional.empty();
        }
    }

    /** Reads the lines of /proc/PID/status and the text of /proc/PID/cmdline. */
    public static Entry parse(List<String> status, String commandLine) {
        long id = Long.parseLong(field(status, "Pid:"));
        String[] ids = field(status, "NSpid:").split("\\s+", -1);
        String last = ids[ids.length - 1];
        return new Entry(
                id,
                Long.parseLong(field(status, "PPid:")),
                last.isEmpty() ? id : Long.parseLong(last),
                commandLine.isEmpty() ? List.of() : List.of(commandLine.split("\0")),
                Optional.empty());
    }

    private static String field(List<String> status, String name) {
        return status.stream()
                .filter(line -> line.startsWith(name))
                .findFirst()
                .map(line -> line.substring(name.length()).strip())
                .orElse("");
    }
}
