package io.urania.engine.state;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Held while a run changes hosts; the kernel lets go of it when the process ends, however it ends. */
public final class RunLock implements AutoCloseable {

    /**
     * The locks of this process. The kernel's lock belongs to the process too, and is lost when any of its files is
     * closed (fcntl(2), "Record locks"): a second attempt here must not even open the file.
     */
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    /** In bytes; more is nothing that Urania has written. */
    private static final int LONGEST_HOLDER = 1024;

    private final Path file;
    private final FileChannel channel;

    private RunLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /**
     * Takes the lock, or says by being empty that another run holds it.
     *
     * @param holder who takes it, for the message to others; one line
     */
    public static Optional<RunLock> take(StateDirectory state, String holder) throws IOException {
        Path file = state.path().toRealPath().resolve(state.lock().getFileName());
        if (!HELD.add(file)) {
            return Optional.empty();
        }
        Optional<RunLock> lock = Optional.empty();
        try {
            lock = lock(file, holder);
        } finally {
            if (lock.isEmpty()) {
                HELD.remove(file);
            }
        }
        return lock;
    }

    private static Optional<RunLock> lock(Path file, String holder) throws IOException {
        requireFile(file);
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        boolean taken = false;
        try {
            @Nullable FileLock lock = channel.tryLock();
            if (lock == null) {
                return Optional.empty();
            }
            channel.truncate(0);
            channel.write(ByteBuffer.wrap((holder + "\n").getBytes(StandardCharsets.UTF_8)));
            taken = true;
            return Optional.of(new RunLock(file, channel));
        } catch (IOException e) {
            throw new IOException("the lock " + file + " cannot be written: " + e.getMessage(), e);
        } finally {
            if (!taken) {
                channel.close();
            }
        }
    }

    /** An inventory may come from somebody else, with a pipe or a device of this name. */
    private static void requireFile(Path file) throws IOException {
        if (Files.exists(file, LinkOption.NOFOLLOW_LINKS) && !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new IOException(file + " is not a regular file and cannot be used as the lock; remove it");
        }
    }

    /** Who holds the lock, for a message. */
    public static String holder(StateDirectory state) throws IOException {
        requireFile(state.lock());
        try (InputStream content = Files.newInputStream(state.lock())) {
            return new String(content.readNBytes(LONGEST_HOLDER), StandardCharsets.UTF_8).strip();
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
        HELD.remove(file);
    }
}
