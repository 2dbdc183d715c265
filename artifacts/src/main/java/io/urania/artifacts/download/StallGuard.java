package io.urania.artifacts.download;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Closes a stream from which too little has come for a while, so that its reader gets an error instead of waiting for ever: for one that stands
 * still, or for one that drips.
 */
final class StallGuard implements AutoCloseable {
    private final AtomicLong moved = new AtomicLong();
    private final Thread watcher;

    /**
     * Watches a stream.
     *
     * @param least the bytes that have to come in each time of patience
     */
    StallGuard(InputStream stream, Duration patience, long least) {
        this.watcher = Thread.ofVirtual().name("stall-guard").start(() -> watch(stream, patience, least));
    }

    /** Something has come. */
    void moved(long bytes) {
        moved.addAndGet(bytes);
    }

    private void watch(InputStream stream, Duration patience, long least) {
        try {
            do {
                Thread.sleep(patience);
            } while (moved.getAndSet(0) >= least);
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
