package io.urania.cli.report;

import io.urania.cli.console.Columns;
import io.urania.cli.console.Durations;
import io.urania.cli.console.HostNames;
import io.urania.cli.console.Style;
import io.urania.control.stage.PartOfPlan;
import io.urania.engine.plan.Action;
import io.urania.engine.plan.Change;
import io.urania.engine.plan.Difference;
import io.urania.engine.plan.Interruption;
import io.urania.engine.plan.Plan;
import io.urania.engine.plan.Reason;
import io.urania.engine.plan.RetryPolicy;
import io.urania.engine.plan.State;
import io.urania.engine.plan.TextDifference;
import io.urania.engine.text.Count;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A plan as text: by phase, and within it every change once with all the hosts that it concerns. */
public final class PlanText {

    private final Style style;
    private final boolean newFiles;

    public PlanText(Style style) {
        this(style, false);
    }

    /**
     * @param newFiles whether to show the whole text of files that are not there yet
     */
    public PlanText(Style style, boolean newFiles) {
        this.style = style;
        this.newFiles = newFiles;
    }

    /** Every change of a part of a plan, and what the part is. */
    public List<String> of(PartOfPlan part) {
        if (part.plan().isEmpty() && part.leftOut() > 0) {
            return List.of(
                    "No changes in this part; " + Count.of(part.leftOut(), "change") + " of the whole plan left out.");
        }
        List<String> lines = new ArrayList<>(of(part.plan()));
        if (part.needed() > 0) {
            lines.add(part.needed() + " of them because others depend on them.");
        }
        if (part.leftOut() > 0) {
            lines.add(Count.of(part.leftOut(), "change") + " of the whole plan left out.");
        }
        return lines;
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
            grouped(changes).forEach((same, alike) -> lines.addAll(lines(same, alike, names)));
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
        int hosts = hosts(plan).size();
        return Count.of(plan.changes().size(), "change") + " on " + Count.of(hosts, "host") + "; " + plan.unchanged()
                + " more are up to date.";
    }

    private static String nothing(Plan plan) {
        return "No changes: all " + plan.unchanged() + " items are up to date.";
    }

    private List<String> lines(Same same, List<Change> alike, HostNames names) {
        List<String> lines = new ArrayList<>();
        String where = alike.stream().map(Change::host).map(names::of).collect(Collectors.joining(" "));
        lines.add("  " + symbol(same.action()) + " " + same.title()
                + style.dim("  [" + where + "]" + patience(same.patience())));
        if (!same.before().isEmpty() || !same.after().isEmpty()) {
            lines.add(Columns.indented(same.before(), 6)
                    + style.dim(" -> ")
                    + Columns.indented(same.after(), 6).strip());
        }
        same.diff().stream().map(this::coloured).forEach(lines::add);
        for (Interruption interruption : same.interrupts()) {
            lines.add("      " + style.yellow("interrupts") + " " + interruption.what() + ": " + interruption.effect());
        }
        same.turn()
                .filter(_ -> alike.size() > 1)
                .ifPresent(_ ->
                        lines.add("      " + style.dim("one host at a time, each once the previous one is healthy")));
        reasons(alike)
                .forEach((variable, places) -> lines.add(
                        "      " + style.dim("because of " + variable + " (" + String.join(", ", places) + ")")));
        return lines;
    }

    private static String patience(RetryPolicy patience) {
        String limit = patience.limit().isZero() ? "" : ", for at most " + Durations.whole(patience.limit());
        return limit + (patience.attempts() == 1 ? "" : ", at most " + patience.attempts() + " attempts");
    }

    private String coloured(String line) {
        String indented = line.indent(8).stripTrailing();
        return switch (line.isEmpty() ? ' ' : line.charAt(0)) {
            case '+' -> style.green(indented);
            case '-' -> style.red(indented);
            case '@' -> style.cyan(indented);
            default -> indented;
        };
    }

    private String symbol(Action action) {
        return switch (action) {
            case CREATE -> style.green("+");
            case CHANGE -> style.yellow("~");
            case REMOVE -> style.red("-");
            case RESTART -> style.yellow("!");
            case RUN -> style.cyan(">");
        };
    }

    private static String told(State state) {
        return switch (state) {
            case State.Words(String summary) -> summary;
            case State.Content content -> content.summary();
            case State.Secret secret -> secret.summary() + " (secret)";
            case State.KnownAfterApply known -> known.summary() + " (known after apply)";
        };
    }

    /** The places of each variable: hosts may have it from different ones. */
    private static Map<String, List<String>> reasons(List<Change> alike) {
        return alike.stream()
                .flatMap(change -> change.reasons().stream())
                .distinct()
                .collect(Collectors.groupingBy(
                        Reason::variable, LinkedHashMap::new, Collectors.mapping(Reason::place, Collectors.toList())));
    }

    private static List<String> hosts(Plan plan) {
        return plan.changes().stream().map(Change::host).distinct().toList();
    }

    private static Map<String, List<Change>> byPhase(Plan plan) {
        return plan.changes().stream()
                .collect(Collectors.groupingBy(Change::phase, LinkedHashMap::new, Collectors.toList()));
    }

    private Map<Same, List<Change>> grouped(List<Change> changes) {
        return changes.stream().collect(Collectors.groupingBy(this::same, LinkedHashMap::new, Collectors.toList()));
    }

    private Same same(Change change) {
        Difference difference = change.difference();
        boolean shown = newFiles || difference.action() != Action.CREATE;
        return new Same(
                difference.action(),
                difference.title(),
                told(difference.before()),
                told(difference.after()),
                // Its two header lines name the file, which the title does already.
                shown ? TextDifference.of(difference).stream().skip(2).toList() : List.of(),
                difference.interrupts(),
                difference.turn(),
                difference.patience());
    }

    /** What is shown of changes that are the same on several hosts. */
    private record Same(
            Action action,
            String title,
            String before,
            String after,
            List<String> diff,
            List<Interruption> interrupts,
            Optional<String> turn,
            RetryPolicy patience) {}
}
