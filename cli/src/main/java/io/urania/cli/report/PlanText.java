package io.urania.cli.report;

import io.urania.cli.console.Columns;
import io.urania.cli.console.HostNames;
import io.urania.cli.console.Style;
import io.urania.engine.plan.Change;
import io.urania.engine.plan.Plan;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A plan as text: by phase, and within it every change once with all the hosts that it concerns. */
public final class PlanText {

    private final Style style;

    public PlanText(Style style) {
        this.style = style;
    }

    /** Every change, and the count at the end. */
    public List<String> of(Plan plan) {
        if (plan.isEmpty()) {
            return List.of(nothing(plan));
        }
        List<String> lines = new ArrayList<>();
        HostNames names = new HostNames(hosts(plan));
        byPhase(plan).forEach((phase, changes) -> {
            lines.add(style.bold(phase));
            grouped(changes).forEach((same, hosts) -> lines.addAll(lines(same, hosts, names)));
            lines.add("");
        });
        lines.add(count(plan));
        return lines;
    }

    /** One line per phase, for the question whether to go on. */
    public List<String> summary(Plan plan) {
        List<String> lines = new ArrayList<>();
        byPhase(plan)
                .forEach((phase, changes) -> lines.add("  " + Columns.padded(phase, 20) + "  "
                        + Columns.aligned(String.valueOf(changes.size()), 5)
                        + (changes.size() == 1 ? " change" : " changes")));
        return lines;
    }

    /** {@code 312 changes on 12 hosts}. */
    public static String count(Plan plan) {
        int changes = plan.changes().size();
        int hosts = hosts(plan).size();
        return changes + (changes == 1 ? " change" : " changes") + " on " + hosts + (hosts == 1 ? " host" : " hosts")
                + "; " + plan.unchanged() + " more are as they should be.";
    }

    private static String nothing(Plan plan) {
        return "0 changes: all " + plan.unchanged() + " are as they should be.";
    }

    private List<String> lines(Same same, List<String> hosts, HostNames names) {
        List<String> lines = new ArrayList<>();
        String where = hosts.stream().map(names::of).collect(Collectors.joining(" "));
        lines.add("  " + same.title() + style.dim("  [" + where + "]"));
        if (!same.before().isEmpty() || !same.after().isEmpty()) {
            lines.add(Columns.indented(same.before(), 6)
                    + style.dim(" -> ")
                    + Columns.indented(same.after(), 6).strip());
        }
        return lines;
    }

    private static List<String> hosts(Plan plan) {
        return plan.changes().stream().map(Change::host).distinct().toList();
    }

    private static Map<String, List<Change>> byPhase(Plan plan) {
        return plan.changes().stream()
                .collect(Collectors.groupingBy(Change::phase, LinkedHashMap::new, Collectors.toList()));
    }

    private static Map<Same, List<String>> grouped(List<Change> changes) {
        return changes.stream()
                .collect(Collectors.groupingBy(
                        Same::of, LinkedHashMap::new, Collectors.mapping(Change::host, Collectors.toList())));
    }

    /** What changes on several hosts have in common. */
    private record Same(String title, String before, String after) {
        static Same of(Change change) {
            return new Same(
                    change.title(),
                    change.difference().before(),
                    change.difference().after());
        }
    }
}
