package io.urania.cluster.benchmark;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the benchmark has found.
 *
 * @param judged by control, and then by host
 * @param unseen why hosts could not be judged, by their names
 */
public record BenchmarkReport(List<Judged> judged, SortedMap<String, String> unseen) {

    public BenchmarkReport {
        judged = List.copyOf(judged);
        unseen = new TreeMap<>(unseen);
    }

    /** Whether every host was seen, and no control has failed on any. */
    public boolean isPassed() {
        return unseen.isEmpty() && judged.stream().noneMatch(one -> one.verdict() instanceof Verdict.Failed);
    }
}
