package io.urania.cli.report;

import io.urania.cli.console.Console;
import io.urania.cli.console.Durations;
import io.urania.cli.console.HostNames;
import io.urania.engine.plan.Change;
import io.urania.engine.run.CriticalPath;
import io.urania.engine.run.Report;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;

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
                .green(count(changes.size()) + " on " + hosts.size() + (hosts.size() == 1 ? " host" : " hosts") + " in "
                        + Durations.exact(took) + "."));
        console.print(CriticalPathText.of(CriticalPath.of(report), new HostNames(hosts)));
    }

    /** The end of a run that had nothing to do. */
    public void nothingToDo(int unchanged, Duration took) {
        console.print(console.style()
                .green("0 changes: all " + unchanged + " are as they should be (" + Durations.exact(took) + ")."));
    }

    /**
     * The end of a run in which something failed; to standard error.
     *
     * @param login the command that opens a shell on a host
     * @param again the command that was run
     */
    public void failed(Report report, UnaryOperator<String> login, String again) {
        console.printError(console.style().red(report.failed().size() + " failed") + ", "
                + report.blocked().size()
                + " not started because of that, " + report.done().size() + " of "
                + report.plan().changes().size() + " done in " + Durations.exact(report.took()) + ":");
        new FailureText(console.style(), login).of(report).forEach(console::printError);
        console.printError(
                "When that is repaired: " + program + " " + again + "   (it continues where this run ended)");
    }

    /** Things asked for that this version does not do. */
    public void later(List<String> sentences) {
        if (!sentences.isEmpty()) {
            console.print("Asked for, and not done by this version:");
            sentences.forEach(sentence -> console.print("  " + sentence));
        }
    }

    /** What to type next. */
    public void next(List<String> commands) {
        console.print("Next:");
        commands.forEach(command -> console.print("  " + command));
    }

    private static String count(int changes) {
        return changes + (changes == 1 ? " change" : " changes");
    }
}
