package io.urania.engine.state;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Held while a run changes hosts; the kernel lets go of it when the process ends, however it ends. */
public final class RunLock implements AutoCloseable {

    private final FileChannel channel;

    private RunLock(FileChannel channel) {
        this.channel = channel;
    }

    /** Takes the lock, or says by being empty that another run holds it. */
    public static Optional<RunLock> take(StateDirectory state) throws IOException {
        FileChannel channel = FileChannel.open(
                state.lock(), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        @Nullable FileLock lock = channel.tryLock();
        if (lock == null) {
            channel.close();
            return Optional.empty();
        }
        String holder = "process " + ProcessHandle.current().pid() + " since " + Instant.now() + "\n";
        channel.truncate(0);
        channel.write(ByteBuffer.wrap(holder.getBytes(StandardCharsets.UTF_8)));
        return Optional.of(new RunLock(channel));
    }

    /** Who holds the lock, for a message. */
    public static String holder(StateDirectory state) throws IOException {
        return Files.readString(state.lock()).strip();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
