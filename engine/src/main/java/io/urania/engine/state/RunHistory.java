package io.urania.engine.state;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import io.urania.engine.event.Event;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The runs of an inventory, read from their journals. A journal may be cut off anywhere: what is whole of it counts. */
public final class RunHistory {

    private static final String ENDING = ".jsonl";

    /** In bytes: a hundred times what is told of a run on a hundred hosts. */
    private static final long LARGEST_JOURNAL = 64L * 1024 * 1024;

    private final StateDirectory state;

    public RunHistory(StateDirectory state) {
        this.state = state;
    }

    /** The names of all runs, the newest first; other files are passed over. */
    public List<RunId> ids() throws IOException {
        if (!Files.isDirectory(state.runs())) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(state.runs())) {
            return files.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(ENDING))
                    .map(name -> name.substring(0, name.length() - ENDING.length()))
                    .filter(RunId::isOne)
                    .map(RunId::new)
                    .sorted(Comparator.reverseOrder())
                    .toList();
        }
    }

    /**
     * Reads a run.
     *
     * @return empty if not even its first line was written
     * @throws IOException if it cannot be read, or a newer Urania wrote it
     */
    public Optional<RecordedRun> read(RunId id) throws IOException {
        Path file = state.journal(id);
        requireJournal(file);
        // Asked first: what is written after a run has ended is nothing.
        boolean running = isBeingWritten(file);
        List<JsonObject> lines = new ArrayList<>();
        boolean complete = true;
        String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        // Of a run that died early there may be half of the first line, or zeros where it was to stand.
        if (!text.isEmpty() && text.charAt(0) != '{' && text.charAt(0) != '\0') {
            throw new IOException(file + " is not a journal of Urania: its first line is not valid; remove it");
        }
        // Half a line may end in half a character.
        for (String line : text.split("(?<=\n)", -1)) {
            Optional<JsonObject> json = line.endsWith("\n") ? parse(line) : Optional.empty();
            json.ifPresent(lines::add);
            complete &= json.isPresent() || line.isEmpty();
        }
        if (lines.isEmpty()) {
            return Optional.empty();
        }
        RunHeader header = header(file, lines.getFirst());
        if (!header.id().equals(id)) {
            throw new IOException(
                    file + " is the journal of run " + header.id().text() + " under another name; remove it");
        }
        List<Event> events = new ArrayList<>();
        @Nullable RunEnd end = null;
        for (JsonObject line : lines.subList(1, lines.size())) {
            try {
                if (JournalJson.text(line, "event").equals("end")) {
                    end = JournalJson.end(line);
                } else {
                    EventJson.read(line).ifPresent(events::add);
                }
            } catch (RuntimeException e) {
                complete = false; // JSON of another shape, which Urania has not written
            }
        }
        RunOutcome outcome = end != null ? end.outcome() : running ? RunOutcome.RUNNING : RunOutcome.DIED;
        return Optional.of(new RecordedRun(header, events, Optional.ofNullable(end), outcome, complete));
    }

    /** An inventory may come from somebody else, with anything of this name. */
    private static void requireJournal(Path file) throws IOException {
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new IOException(file + " is not a regular file; remove it");
        }
        if (Files.size(file) > LARGEST_JOURNAL) {
            throw new IOException(file + " is larger than " + (LARGEST_JOURNAL >> 20)
                    + " MiB, too large for a journal of Urania; remove it");
        }
    }

    private static RunHeader header(Path file, JsonObject first) throws IOException {
        try {
            checkVersion(file, first);
            return JournalJson.header(first);
        } catch (RuntimeException e) {
            throw new IOException(file + " is not a journal of Urania: its first line is not valid; remove it", e);
        }
    }

    /** Blocks of a file that never came to the disk before a power cut are read as zeros, which JSON never has. */
    private static Optional<JsonObject> parse(String line) {
        if (line.indexOf('\0') >= 0) {
            return Optional.empty();
        }
        try {
            return Optional.of(JsonParser.parseString(line).getAsJsonObject());
        } catch (JsonParseException | IllegalStateException e) {
            return Optional.empty(); // half of a line, or what stood on the disk before
        }
    }

    private static void checkVersion(Path file, JsonObject first) throws IOException {
        if (!first.has("journal")) {
            throw new IOException(file + " is not a journal of Urania: its first line has no version");
        }
        int version = first.get("journal").getAsInt();
        if (version > JournalJson.VERSION) {
            throw new IOException(
                    file + " is a journal of version " + version + ", and this version of Urania supports "
                            + JournalJson.VERSION + "; use the newer version that wrote it");
        }
    }

    /** The writer holds a lock, which the kernel lets go of when its process ends, however it ends. */
    private static boolean isBeingWritten(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
                @Nullable FileLock lock = channel.tryLock(0, Long.MAX_VALUE, true)) {
            return lock == null;
        } catch (OverlappingFileLockException e) {
            return true; // this process writes it
        }
    }
}
