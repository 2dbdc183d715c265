package io.urania.cli.report;

import io.urania.cli.console.Columns;
import io.urania.cli.console.Style;
import io.urania.engine.plan.Change;
import io.urania.engine.plan.TaskId;
import io.urania.engine.run.Report;
import io.urania.engine.run.Status;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** What went wrong in a run, by host, with the next command to type for each. */
public final class FailureText {

    private final Style style;
    private final UnaryOperator<String> login;

    /**
     * @param login the command that opens a shell on a host, such as {@code ssh pi@10.42.253.40}
     */
    public FailureText(Style style, UnaryOperator<String> login) {
        this.style = style;
        this.login = login;
    }

    public List<String> of(Report report) {
        Map<TaskId, Long> waiting = report.statuses().values().stream()
                .filter(Status.Blocked.class::isInstance)
                .map(status -> ((Status.Blocked) status).cause())
                .collect(Collectors.groupingBy(cause -> cause, Collectors.counting()));
        Map<String, List<Change>> byHost = report.failed().stream()
                .collect(Collectors.groupingBy(Change::host, LinkedHashMap::new, Collectors.toList()));
        List<String> lines = new ArrayList<>();
        byHost.forEach((host, changes) -> {
            lines.add(style.bold(host));
            changes.forEach(change -> {
                lines.add("  " + style.red("failed: ") + change.phase() + ": " + change.title());
                lines.add(Columns.indented(reason(report, change), 6));
                long count = waiting.getOrDefault(change.id(), 0L);
                if (count > 0) {
                    lines.add("    " + count + (count == 1 ? " change waits" : " changes wait") + " for it");
                }
            });
            if (!report.unusable().containsKey(host)) {
                lines.add("  to look there: " + login.apply(host));
            }
        });
        return lines;
    }

    private static String reason(Report report, Change change) {
        String reason = report.statuses().get(change.id()) instanceof Status.Failed failed ? failed.reason() : "";
        return reason.isBlank() ? "(nothing was printed)" : reason;
    }
}
