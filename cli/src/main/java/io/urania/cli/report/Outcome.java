package io.urania.cli.report;

import io.urania.cli.console.Columns;
import io.urania.cli.console.Console;
import io.urania.cli.console.Durations;
import io.urania.cli.console.HostNames;
import io.urania.engine.plan.Change;
import io.urania.engine.run.CriticalPath;
import io.urania.engine.run.Report;
import io.urania.engine.text.Count;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** What is said at the end of a run. */
public final class Outcome {

    private final Console console;
    private final String program;

    /**
     * @param program what the person types to start Urania
     */
    public Outcome(Console console, String program) {
        this.console = console;
        this.program = program;
    }

    /**
     * The end of a run in which every change was made.
     *
     * @param took from the beginning of the command, facts included
     */
    public void succeeded(Report report, Duration took) {
        List<Change> changes = report.plan().changes();
        List<String> hosts = changes.stream().map(Change::host).distinct().toList();
        console.print(console.style()
                .green(Count.of(changes.size(), "change") + " on " + Count.of(hosts.size(), "host") + " in "
                        + Durations.exact(took) + "."));
        console.print(CriticalPathText.of(CriticalPath.of(report), new HostNames(hosts)));
    }

    /** The end of a run that had nothing to do. */
    public void nothingToDo(int unchanged, Duration took) {
        console.print(console.style()
                .green("No changes: all " + unchanged + " items are up to date (" + Durations.exact(took) + ")."));
    }

    /**
     * The end of a run in which something failed; to standard error.
     *
     * @param login the command that opens a shell on a host
     * @param again the command that was run
     */
    public void failed(Report report, UnaryOperator<String> login, String again) {
        console.printError(console.style()
                        .red("Failed on " + hosts(report.failed()) + " of "
                                + Count.of(hosts(report.plan().changes()), "host"))
                + ": " + Count.of(report.failed().size(), "step") + " failed, "
                + report.blocked().size()
                + " not started because of that, " + report.done().size() + " of "
                + report.plan().changes().size() + " done in " + Durations.exact(report.took()) + ".");
        new FailureText(console.style(), login).of(report).forEach(console::printError);
        left(report);
        console.printError("Once this is fixed: " + program + " " + again + "   (it continues where this run stopped)");
    }

    /**
     * The end of a run that somebody ended in order before it was through; to standard error.
     *
     * @param login the command that opens a shell on a host
     * @param again the command that was run
     */
    public void stopped(Report report, UnaryOperator<String> login, String again) {
        console.printError(console.style().yellow("Stopped after " + Durations.exact(report.took())) + ": "
                + report.done().size() + " of " + report.plan().changes().size() + " done, "
                + report.failed().size() + " failed; no step is running.");
        new FailureText(console.style(), login).of(report).forEach(console::printError);
        left(report);
        console.printError("To continue: " + program + " " + again + "   (it continues where this run stopped)");
    }

    private void left(Report report) {
        report.stopped().ifPresent(cause -> {
            String why = switch (cause) {
                case INTERRUPTED -> "the run was interrupted";
                case TOO_MANY_FAILURES -> "too many steps failed (--max-failures)";
                case LEASE_LOST -> "another run took over the hosts";
            };
            console.printError(Count.of(report.left().size(), "change") + " not started, because " + why + ":");
            report.left().stream()
                    .collect(Collectors.groupingBy(Change::phase, LinkedHashMap::new, Collectors.toList()))
                    .forEach((phase, changes) -> console.printError("  " + Columns.padded(phase, 20) + "  "
                            + Columns.aligned(String.valueOf(changes.size()), 5) + " on "
                            + Count.of(hosts(changes), "host")));
        });
    }

    private static int hosts(List<Change> changes) {
        return (int) changes.stream().map(Change::host).distinct().count();
    }

    /** Things asked for that this version does not do. */
    public void later(List<String> sentences) {
        if (!sentences.isEmpty()) {
            console.print("Requested, but not supported by this version:");
            sentences.forEach(sentence -> console.print("  " + sentence));
        }
    }

    /** What to type next. */
    public void next(List<String> commands) {
        console.print("Next:");
        commands.forEach(command -> console.print("  " + command));
    }
}
