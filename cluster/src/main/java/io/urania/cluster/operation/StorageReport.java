package io.urania.cluster.operation;

import io.urania.engine.storage.WriteLatency;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How fast the disks of etcd members are.
 *
 * @param measured by host, one for each directory of data
 * @param unseen why others could not be measured, by their names
 */
public record StorageReport(Map<String, List<WriteLatency>> measured, SortedMap<String, String> unseen) {

    /** Within which 99 of 100 writes are to be on the disk (etcd documentation, "Hardware", disks). */
    public static final Duration FAST_ENOUGH = Duration.ofMillis(10);

    public StorageReport {
        measured = Collections.unmodifiableMap(new TreeMap<>(measured));
        unseen = Collections.unmodifiableSortedMap(new TreeMap<>(unseen));
    }

    /** Whether every disk was measured and is fast enough. */
    public boolean isPassed() {
        return unseen.isEmpty()
                && measured.values().stream().flatMap(List::stream).allMatch(StorageReport::isFastEnough);
    }

    /** Whether that is what etcd wants. */
    public static boolean isFastEnough(WriteLatency latency) {
        return latency.percentile99().compareTo(FAST_ENOUGH) < 0;
    }
}
