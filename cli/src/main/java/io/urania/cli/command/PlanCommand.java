package io.urania.cli.command;

import io.urania.cli.console.Console;
import io.urania.cli.failure.ExitCode;
import io.urania.cli.operation.Answers;
import io.urania.cli.operation.ClusterSession;
import io.urania.cli.operation.SessionOpener.Purpose;
import io.urania.cli.progress.Output;
import io.urania.cli.report.PlanJson;
import io.urania.cli.report.PlanText;
import io.urania.engine.plan.Plan;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "plan",
        description = "Show what apply would change, and change nothing.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:no failure", "4:with --detailed-exitcode: there are changes"})
final class PlanCommand implements Callable<Integer> {

    private final ClusterCommands commands;
    private final Console console;

    @Mixin
    private final RunOptions run = new RunOptions();

    @Option(names = "--json", description = "Print the plan as one JSON object.")
    private boolean json;

    @Option(names = "--detailed-exitcode", description = "End with exit code 4 if there are changes.")
    private boolean detailedExitCode;

    PlanCommand(ClusterCommands commands, Console console) {
        this.commands = commands;
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        Plan plan = plan();
        if (json) {
            console.print(PlanJson.of(plan).toString());
        } else {
            console.print(new PlanText(console.style()).of(plan));
        }
        return (detailedExitCode && !plan.isEmpty() ? ExitCode.CHANGES : ExitCode.DONE).number();
    }

    private Plan plan() throws Exception {
        // The plan is one JSON object: no events around it.
        try (ClusterSession cluster = commands.open("plan", run, Purpose.LOOK, json ? Output.NOTHING : Output.TEXT)) {
            return cluster.plan(
                    Answers.complete(cluster.gather(), cluster.hosts().size()));
        }
    }
}
