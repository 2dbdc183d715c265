package io.urania.cli.conformance;

import io.urania.cli.conformance.SpecReport.State;
import io.urania.cli.conformance.Specs.Extent;
import io.urania.cli.conformance.Specs.LeftOut;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * What a run says of the cluster: every conformance spec that was asked for is in one of the lists, which are sorted by name.
 *
 * @param leftOut with the reason of our own list, or the one that the suite gives
 * @param missing specs that should have run and are not in the report: the run was cut off
 * @param strange conformance specs of the suite that our list of specs does not name
 */
record Verdict(
        List<SpecReport> passed,
        List<SpecReport> failed,
        List<LeftOut> leftOut,
        List<String> missing,
        List<String> strange) {

    Verdict {
        passed = List.copyOf(passed);
        failed = List.copyOf(failed);
        leftOut = List.copyOf(leftOut);
        missing = List.copyOf(missing);
        strange = List.copyOf(strange);
    }

    /** Compares what was to run with what the report says. */
    static Verdict of(Specs specs, Extent extent, Predicate<String> wanted, GinkgoReport report) {
        Map<String, SpecReport> found = new HashMap<>();
        List<SpecReport> failed = new ArrayList<>();
        for (SpecReport spec : report.specs()) {
            if (spec.isConformance()) {
                found.put(spec.name(), spec);
            } else if (spec.state() == State.FAILED) {
                failed.add(spec); // the suite's own set-up
            }
        }
        List<SpecReport> passed = new ArrayList<>();
        List<LeftOut> leftOut = new ArrayList<>(specs.leftOut(extent, wanted));
        List<String> missing = new ArrayList<>();
        for (String name : specs.included(extent, wanted)) {
            SpecReport spec = found.get(name);
            if (spec == null || (spec.state() == State.SKIPPED && spec.message().isEmpty())) {
                missing.add(name);
            } else {
                switch (spec.state()) {
                    case PASSED -> passed.add(spec);
                    case FAILED -> failed.add(spec);
                    case SKIPPED -> leftOut.add(new LeftOut(name, "the suite says: " + firstLine(spec.message())));
                }
            }
        }
        TreeSet<String> strange = new TreeSet<>(found.keySet());
        strange.removeAll(specs.names());
        return new Verdict(passed, failed, leftOut, missing, List.copyOf(strange));
    }

    /** Whether everything that was to run ran and passed. */
    boolean isGood() {
        return failed.isEmpty() && missing.isEmpty() && strange.isEmpty() && !passed.isEmpty();
    }

    private static String firstLine(String text) {
        return text.lines().findFirst().orElse("");
    }
}
