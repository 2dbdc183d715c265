package io.urania.artifacts.download;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** Closes a stream from which nothing has come for a while, so that its reader gets an error instead of waiting for ever. */
final class StallGuard implements AutoCloseable {
    private final AtomicLong lastMove = new AtomicLong(System.nanoTime());
    private final Thread watcher;

    StallGuard(InputStream stream, Duration patience) {
        this.watcher = Thread.ofVirtual().name("stall-guard").start(() -> watch(stream, patience));
    }

    /** Something has come. */
    void moved() {
        lastMove.set(System.nanoTime());
    }

    private void watch(InputStream stream, Duration patience) {
        try {
            long left = patience.toNanos();
            while (left > 0) {
                Thread.sleep(Duration.ofNanos(left));
                left = lastMove.get() + patience.toNanos() - System.nanoTime();
            }
            stream.close();
        } catch (InterruptedException | IOException e) {
            // Either the reader is done, or it sees the broken stream itself.
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        watcher.interrupt();
    }
}
