package io.urania.cli.report;

import io.urania.cli.console.Columns;
import io.urania.cli.console.HostNames;
import io.urania.cli.console.Style;
import io.urania.cluster.benchmark.BenchmarkReport;
import io.urania.cluster.benchmark.CisBenchmark;
import io.urania.cluster.benchmark.Verdict;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the benchmark has found, as text: a line for each control, and below those that failed, where, and what to do. */
public final class BenchmarkText {

    private static final int ID_WIDTH = 7;
    private static final int STATE_WIDTH = 6;

    private final Style style;
    private final HostNames names;

    /** @param hosts all hosts of the inventory, so that a short name is one of a single host */
    public BenchmarkText(Style style, Collection<String> hosts) {
        this.style = style;
        this.names = new HostNames(hosts);
    }

    public List<String> of(BenchmarkReport report) {
        List<BenchmarkSummary> controls = BenchmarkSummary.of(report.judged());
        List<String> lines = new ArrayList<>();
        controls.forEach(control -> lines.addAll(lines(control)));
        report.unseen().forEach((host, why) -> lines.add(style.red("unseen") + "  " + names.of(host) + ": " + why));
        lines.add("");
        lines.add("CIS Kubernetes Benchmark " + CisBenchmark.VERSION + ", sections 1 to 4: "
                + count(controls, BenchmarkSummary.State.PASSED) + " passed, "
                + count(controls, BenchmarkSummary.State.FAILED) + " failed, "
                + count(controls, BenchmarkSummary.State.NOT_APPLICABLE) + " not applicable.");
        return lines;
    }

    private static long count(List<BenchmarkSummary> controls, BenchmarkSummary.State state) {
        return controls.stream().filter(control -> control.state() == state).count();
    }

    private List<String> lines(BenchmarkSummary control) {
        List<String> lines = new ArrayList<>();
        lines.add(word(control.state())
                + Columns.padded(control.control().id(), ID_WIDTH)
                + control.control().title());
        failures(control).forEach((failure, hosts) -> {
            lines.add("      " + String.join(", ", hosts) + ": " + failure.what());
            lines.add("      " + style.blue("=") + " " + style.bold("help") + ": " + failure.remedy());
        });
        if (control.state() == BenchmarkSummary.State.NOT_APPLICABLE) {
            control.hosts().values().stream()
                    .distinct()
                    .forEach(verdict -> lines.add("      " + ((Verdict.NotApplicable) verdict).reason()));
        }
        return lines;
    }

    private Map<Verdict.Failed, List<String>> failures(BenchmarkSummary control) {
        Map<Verdict.Failed, List<String>> failures = new LinkedHashMap<>();
        control.hosts().forEach((host, verdict) -> {
            if (verdict instanceof Verdict.Failed failed) {
                failures.computeIfAbsent(failed, _ -> new ArrayList<>()).add(names.of(host));
            }
        });
        return failures;
    }

    private String word(BenchmarkSummary.State state) {
        return switch (state) {
            case PASSED -> style.green(Columns.padded("pass", STATE_WIDTH));
            case FAILED -> style.red(Columns.padded("FAIL", STATE_WIDTH));
            case NOT_APPLICABLE -> Columns.padded("n/a", STATE_WIDTH);
        };
    }
}
