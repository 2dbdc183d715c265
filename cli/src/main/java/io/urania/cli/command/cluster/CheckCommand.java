package io.urania.cli.command.cluster;

import io.urania.cli.command.About;
import io.urania.cli.command.RunOptions;
import io.urania.cli.console.Console;
import io.urania.control.failure.ExitCode;
import io.urania.control.stage.Answers;
import io.urania.cli.operation.ClusterSession;
import io.urania.cli.operation.SessionOpener.Purpose;
import io.urania.cli.progress.Output;
import io.urania.cli.report.FindingText;
import io.urania.cluster.preflight.Finding;
import io.urania.cluster.preflight.Level;
import io.urania.engine.fact.FactBook;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;

public final class CheckCommand implements Callable<Integer> {

    public static final About ABOUT =
            About.of("check", "Look at every host for what would make apply fail, and change nothing.");

    private final ClusterCommands commands;
    private final Console console;

    @Mixin
    private final RunOptions run = new RunOptions();

    public CheckCommand(ClusterCommands commands, Console console) {
        this.commands = commands;
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        try (ClusterSession cluster = commands.open("check", run, Purpose.LOOK, Output.TEXT)) {
            FactBook book = Answers.complete(cluster.gather(), cluster.hosts().size());
            List<Finding> findings = cluster.preflight(book);
            cluster.progress().end();
            new FindingText(console.style(), cluster.hosts()).of(findings).forEach(console::printError);
            if (findings.stream().anyMatch(finding -> finding.level() == Level.ERROR)) {
                return ExitCode.FAILED.number();
            }
            console.print(
                    "Nothing stands in the way of apply on " + cluster.hosts().size() + " hosts.");
            return ExitCode.DONE.number();
        }
    }
}
