package io.urania.engine.storage;

import java.time.Duration;
import java.util.List;

/**
 * How long writes took until they were on the disk.
 *
 * @param directory where was written: the one asked for, or the next one above it that exists
 * @param writes how long each took, the shortest first; at least one
 */
public record WriteLatency(String directory, List<Duration> writes) {

    public WriteLatency {
        writes = writes.stream().sorted().toList();
        if (writes.isEmpty()) {
            throw new IllegalArgumentException("no write was measured");
        }
    }

    /** Half of the writes took no longer. */
    public Duration median() {
        return longestOf(50);
    }

    /** All but one of a hundred writes took no longer. */
    public Duration percentile99() {
        return longestOf(99);
    }

    /** The one that took the longest. */
    public Duration slowest() {
        return writes.getLast();
    }

    /** The longest of so many percent of the writes, the short ones (nearest rank). */
    private Duration longestOf(int percent) {
        return writes.get(Math.ceilDiv(writes.size() * percent, 100) - 1);
    }
}
