package io.urania.cli.report;

import io.urania.cli.console.Columns;
import io.urania.cli.console.HostNames;
import io.urania.cli.console.Style;
import io.urania.engine.plan.Change;
import io.urania.engine.plan.TaskId;
import io.urania.engine.resource.file.Unwritable;
import io.urania.engine.run.Report;
import io.urania.engine.run.Status;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** What went wrong in a run: every cause once, with the hosts it concerns, what was run, and the next command to type. */
public final class FailureText {

    private static final int COMMAND_LINES = 8;

    private final Style style;
    private final UnaryOperator<String> login;

    /**
     * @param login the command that opens a shell on a host, such as {@code ssh pi@10.42.253.40}
     */
    public FailureText(Style style, UnaryOperator<String> login) {
        this.style = style;
        this.login = login;
    }

    /** What failures of several hosts have in common. */
    private record Cause(String phase, String title, String reason, String command) {

        /** Of several files that one cause keeps from being written, only the cause is told. */
        static Cause of(Change change, Status.Failed failed) {
            String last = failed.reason().lines().reduce("", (_, line) -> line);
            if (last.startsWith(Unwritable.MARK)) {
                return new Cause("", "", last, "");
            }
            return new Cause(
                    change.phase(),
                    change.title(),
                    failed.reason().replace(change.host(), "HOST"),
                    failed.command().replace(change.host(), "HOST"));
        }
    }

    private record Failure(Change change, Status.Failed failed) {}

    public List<String> of(Report report) {
        HostNames names = new HostNames(
                report.plan().changes().stream().map(Change::host).distinct().toList());
        Map<Cause, List<Failure>> byCause = new LinkedHashMap<>();
        for (Change change : report.failed()) {
            if (report.statuses().get(change.id()) instanceof Status.Failed failed) {
                byCause.computeIfAbsent(Cause.of(change, failed), _ -> new ArrayList<>())
                        .add(new Failure(change, failed));
            }
        }
        Map<TaskId, Long> waiting = waiting(report);
        List<String> lines = new ArrayList<>();
        byCause.forEach((cause, failures) -> {
            String hosts = failures.stream()
                    .map(failure -> names.of(failure.change().host()))
                    .distinct()
                    .collect(Collectors.joining(" "));
            lines.add(style.red(title(failures)) + style.dim("  [" + hosts + "]"));
            lines.addAll(
                    cause.title().isEmpty()
                            ? List.of("  " + cause.reason())
                            : details(failures.getFirst().failed()));
            long count = failures.stream()
                    .mapToLong(failure -> waiting.getOrDefault(failure.change().id(), 0L))
                    .sum();
            if (count > 0) {
                lines.add("  " + count + (count == 1 ? " change waits" : " changes wait") + " for it");
            }
            String first = failures.getFirst().change().host();
            if (!report.unusable().containsKey(first)) {
                lines.add("  to investigate: " + login.apply(first));
            }
        });
        return lines;
    }

    private static String title(List<Failure> failures) {
        Change first = failures.getFirst().change();
        long more = failures.stream()
                .map(failure -> failure.change().title())
                .distinct()
                .skip(1)
                .count();
        return first.phase() + ": " + first.title()
                + (more == 0 ? "" : ", and " + more + (more == 1 ? " more change" : " more changes"));
    }

    private List<String> details(Status.Failed failed) {
        List<String> lines = new ArrayList<>();
        List<String> command = failed.command().strip().lines().toList();
        if (!command.isEmpty()) {
            lines.add("  command:");
            command.stream().limit(COMMAND_LINES).forEach(line -> lines.add(style.dim("      " + line)));
            if (command.size() > COMMAND_LINES) {
                lines.add(style.dim("      (and " + (command.size() - COMMAND_LINES) + " more lines)"));
            }
            lines.add("  last output:");
        }
        lines.add(Columns.indented(failed.reason().isBlank() ? "(nothing was printed)" : failed.reason(), 6));
        return lines;
    }

    private static Map<TaskId, Long> waiting(Report report) {
        return report.statuses().values().stream()
                .filter(Status.Blocked.class::isInstance)
                .map(status -> ((Status.Blocked) status).cause())
                .collect(Collectors.groupingBy(cause -> cause, Collectors.counting()));
    }
}
