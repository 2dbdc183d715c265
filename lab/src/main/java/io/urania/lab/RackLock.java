package io.urania.lab;

import io.urania.lab.report.RackException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** Keeps two programs from changing one rack at the same time. The system drops it when its program dies. */
final class RackLock implements AutoCloseable {
    static final String NAME = ".lock";

    private final FileChannel channel;

    private RackLock(FileChannel channel) {
        this.channel = channel;
    }

    static RackLock hold(Path rack) throws RackException, IOException {
        FileChannel channel = FileChannel.open(rack.resolve(NAME), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (tryLock(channel) == null) {
            channel.close();
            throw new RackException(
                    "another program is changing the rack in " + rack,
                    "two at once would undo each other's work",
                    "wait until it is done, or stop it");
        }
        return new RackLock(channel);
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException ours) {
            return null;
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
