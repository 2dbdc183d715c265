package io.urania.engine.state;

import com.google.gson.JsonObject;
import io.urania.engine.event.Event;
import io.urania.engine.event.EventSink;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Appends every event to a file, one line of JSON each, written out at once: what a killed run did can be read. */
public final class Journal implements EventSink, AutoCloseable {

    private final Path file;
    private final String run;
    private final Writer writer;

    /**
     * Opens the journal for appending.
     *
     * @param run identifies the run in every line
     */
    public Journal(Path file, String run) throws IOException {
        this.file = file;
        this.run = run;
        boolean halfLine = endsInHalfALine(file);
        this.writer = Files.newBufferedWriter(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        if (halfLine) {
            writer.write("\n");
            writer.flush();
        }
    }

    /** Whether the machine stopped while an earlier run wrote its last line. */
    private static boolean endsInHalfALine(Path file) throws IOException {
        if (!Files.exists(file) || Files.size(file) == 0) {
            return false;
        }
        try (SeekableByteChannel channel = Files.newByteChannel(file)) {
            ByteBuffer last = ByteBuffer.allocate(1);
            channel.position(channel.size() - 1).read(last);
            return last.get(0) != '\n';
        }
    }

    @Override
    public synchronized void accept(Event event) {
        JsonObject json = EventJson.of(event);
        json.addProperty("run", run);
        try {
            writer.write(json + "\n");
            writer.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("the journal " + file + " cannot be written: is the disk full?", e);
        }
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }
}
