package io.urania.cli.operation;

import io.urania.cli.console.Console;
import io.urania.cli.failure.FindingText;
import io.urania.cli.progress.JsonLines;
import io.urania.cli.report.Outcome;
import io.urania.cli.report.PlanText;
import io.urania.cli.report.RunJson;
import io.urania.cluster.preflight.Finding;
import io.urania.control.failure.Refusal;
import io.urania.control.procedure.Conversation;
import io.urania.control.stage.OpenedRun;
import io.urania.control.stage.Run;
import io.urania.engine.plan.Plan;
import io.urania.engine.run.Report;
import io.urania.engine.run.Stop;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A run on the console: in words, or as events and a result in JSON. */
public final class RunConversation implements Conversation {

    private final Console console;
    private final Outcome outcome;
    private final Wanted wanted;

    /**
     * How a run is wanted.
     *
     * @param json whether to print events and a result instead of text
     * @param command the words of the command, for the advice to run it again
     * @param next commands to type after a success
     */
    public record Wanted(Consent consent, boolean json, String command, List<String> next) {}

    /**
     * @param program what the person types to start Urania
     */
    public RunConversation(Console console, String program, Wanted wanted) {
        this.console = console;
        this.outcome = new Outcome(console, program);
        this.wanted = wanted;
    }

    /** Warnings are told on the error output, so that they are in nobody's way. */
    @Override
    public void findings(List<String> hosts, List<Finding> findings) {
        new FindingText(console.style(), hosts).of(findings).forEach(console::printError);
    }

    @Override
    public void agree(Plan plan, Step step) throws Refusal, IOException {
        if (!wanted.json() && !plan.isEmpty()) {
            console.print(new PlanText(console.style()).summary(plan));
            console.print(PlanText.count(plan));
        }
        wanted.consent()
                .require(
                        switch (step) {
                            case CHANGE -> "Make these changes?";
                            case REMOVE -> "This deletes the cluster and everything in it. Continue?";
                        });
    }

    @Override
    public void nothingToDo(Plan plan, Duration took) {
        if (wanted.json()) {
            new JsonLines(console).print(RunJson.nothingToDo());
        } else {
            outcome.nothingToDo(plan.unchanged(), took);
        }
    }

    @Override
    public void succeeded(Report report, Duration took) {
        if (wanted.json()) {
            new JsonLines(console).print(RunJson.of(report));
        } else {
            outcome.succeeded(report, took);
        }
    }

    @Override
    public void failed(Report report, Run run) {
        if (wanted.json()) {
            new JsonLines(console).print(RunJson.of(report));
        } else if (report.stopped().filter(Stop.Cause.INTERRUPTED::equals).isPresent()) {
            outcome.stopped(report, run::login, wanted.command());
        } else {
            outcome.failed(report, run::login, wanted.command());
        }
    }

    @Override
    public void installed(OpenedRun run) {
        if (!wanted.json()) {
            outcome.later(run.later());
            outcome.next(nextCommands(run));
        }
    }

    private List<String> nextCommands(OpenedRun run) {
        List<String> commands = new ArrayList<>();
        run.kubeconfig().ifPresent(file -> commands.add("export KUBECONFIG=" + file));
        commands.addAll(wanted.next());
        return commands;
    }
}
