package io.urania.cli.report;

import io.urania.cluster.benchmark.Control;
import io.urania.cluster.benchmark.Judged;
import io.urania.cluster.benchmark.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A control, and what was found of it on all hosts.
 *
 * @param hosts what was found, by the hosts' names; never empty
 */
record BenchmarkSummary(Control control, Map<String, Verdict> hosts) {

    /** The word for each kind of verdict. */
    enum State {
        PASSED,
        FAILED,
        NOT_APPLICABLE
    }

    static List<BenchmarkSummary> of(List<Judged> judged) {
        Map<String, BenchmarkSummary> controls = new LinkedHashMap<>();
        judged.forEach(one -> controls.computeIfAbsent(
                        one.control().id(), _ -> new BenchmarkSummary(one.control(), new LinkedHashMap<>()))
                .hosts()
                .put(one.host(), one.verdict()));
        return new ArrayList<>(controls.values());
    }

    /** Failed if it has on any host. */
    State state() {
        if (hosts.values().stream().anyMatch(Verdict.Failed.class::isInstance)) {
            return State.FAILED;
        }
        return hosts.values().stream().allMatch(Verdict.NotApplicable.class::isInstance)
                ? State.NOT_APPLICABLE
                : State.PASSED;
    }

    static State state(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Passed _ -> State.PASSED;
            case Verdict.Failed _ -> State.FAILED;
            case Verdict.NotApplicable _ -> State.NOT_APPLICABLE;
        };
    }
}
