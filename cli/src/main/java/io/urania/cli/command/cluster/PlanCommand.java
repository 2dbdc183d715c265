package io.urania.cli.command.cluster;

import io.urania.cli.command.About;
import io.urania.cli.command.RunOptions;
import io.urania.cli.command.ScopeOptions;
import io.urania.cli.console.Console;
import io.urania.cli.failure.FindingText;
import io.urania.cli.progress.Output;
import io.urania.cli.report.PlanFile;
import io.urania.cli.report.PlanJson;
import io.urania.cli.report.PlanText;
import io.urania.cluster.phase.PhaseDescription;
import io.urania.cluster.phases.Phases;
import io.urania.control.failure.ExitCode;
import io.urania.control.procedure.Checks;
import io.urania.control.stage.Opened;
import io.urania.control.stage.PartOfPlan;
import io.urania.control.stage.Surveyed;
import io.urania.engine.plan.Scope;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:no failure", "4:with --detailed-exitcode: there are changes"})
public final class PlanCommand implements Callable<Integer> {

    public static final About ABOUT = About.of("plan", "Show what apply would change, without changing anything.");

    private final ClusterCommands commands;
    private final Console console;
    private final Path workingDirectory;

    @Mixin
    private final RunOptions run = new RunOptions();

    @Option(names = "--json", description = "Print the plan as one JSON object.")
    private boolean json;

    @Option(names = "--detailed-exitcode", description = "Exit with code 4 if there are changes.")
    private boolean detailedExitCode;

    @Mixin
    private final ScopeOptions scope = new ScopeOptions();

    @Option(names = "--diff", description = "Show the full text of new files too, not only changes to existing ones.")
    private boolean newFiles;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "Save the plan to FILE, so that apply FILE carries out exactly this.")
    private @Nullable Path out;

    public PlanCommand(ClusterCommands commands, Console console, Path workingDirectory) {
        this.commands = commands;
        this.console = console;
        this.workingDirectory = workingDirectory;
    }

    @Override
    public Integer call() throws Exception {
        PartOfPlan part = part();
        if (json) {
            console.print(PlanJson.of(part).toString());
        } else {
            console.print(new PlanText(console.style(), newFiles).of(part));
        }
        if (out != null) {
            PlanFile.write(workingDirectory.resolve(out), part);
            if (!json) {
                console.print("To carry out exactly this plan: "
                        + commands.suggestions().command("apply", out.toString()));
            }
        }
        return (detailedExitCode && !part.plan().isEmpty() ? ExitCode.CHANGES : ExitCode.DONE).number();
    }

    private PartOfPlan part() throws Exception {
        // The plan is one JSON object: no events around it.
        try (Opened cluster = commands.look("plan", run, json ? Output.NOTHING : Output.TEXT)) {
            Scope meant = scope.scope(
                    cluster.hosts(),
                    Phases.descriptions().stream().map(PhaseDescription::title).toList());
            Surveyed surveyed = cluster.survey();
            new FindingText(console.style(), cluster.hosts())
                    .of(Checks.passed(surveyed.findings(), cluster.hosts()))
                    .forEach(console::printError);
            return surveyed.plan(meant).detailed().part();
        }
    }
}
