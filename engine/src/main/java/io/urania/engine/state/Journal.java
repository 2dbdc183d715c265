package io.urania.engine.state;

import com.google.gson.JsonObject;
import io.urania.engine.event.Event;
import io.urania.engine.event.EventSink;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * Keeps what happens in one run in a file of its own, one line of JSON each.
 *
 * <p>Lines are handed to the kernel at once, and are on the disk when {@link #settle} returns: whoever calls it before
 * something is begun can rely on the journal to know all that this rests on, even after a power cut. While the journal is
 * open the kernel holds a lock on its file, by which a reader knows that the run goes on.
 */
public final class Journal implements EventSink, AutoCloseable {

    private final Path file;
    private final FileChannel channel;
    private boolean settled = true;

    private Journal(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /**
     * Begins the journal of a run.
     *
     * @throws java.nio.file.FileAlreadyExistsException if there is a run of this name
     */
    public static Journal begin(StateDirectory state, RunHeader header) throws IOException {
        Path file = state.journal(header.id());
        FileChannel channel = FileChannel.open(
                file,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Journal journal = new Journal(file, channel);
        try {
            channel.lock();
            journal.write(JournalJson.of(header));
            journal.settle();
            force(file.resolveSibling("."));
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
        return journal;
    }

    @Override
    public synchronized void accept(Event event) {
        write(EventJson.of(event));
    }

    /** Returns when everything so far is on the disk. */
    @Override
    public synchronized void settle() {
        if (settled) {
            return;
        }
        try {
            channel.force(false);
        } catch (IOException e) {
            throw unwritable(e);
        }
        settled = true;
    }

    /** Notes how the run ended; nothing comes after that. */
    public synchronized void end(RunEnd end) {
        write(JournalJson.of(end));
        settle();
    }

    @Override
    public synchronized void close() throws IOException {
        if (channel.isOpen()) {
            settle();
            channel.close();
        }
    }

    private void write(JsonObject line) {
        ByteBuffer bytes = ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8));
        settled = false;
        try {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    private UncheckedIOException unwritable(IOException cause) {
        return new UncheckedIOException("the journal " + file + " cannot be written: is the disk full?", cause);
    }

    /** A new file's name is safe when its directory is. */
    private static void force(Path directory) throws IOException {
        try (FileChannel entries = FileChannel.open(directory, StandardOpenOption.READ)) {
            entries.force(true);
        }
    }
}
