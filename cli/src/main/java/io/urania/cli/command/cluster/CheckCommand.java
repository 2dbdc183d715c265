package io.urania.cli.command.cluster;

import io.urania.cli.command.About;
import io.urania.cli.command.RunOptions;
import io.urania.cli.console.Console;
import io.urania.cli.failure.FindingText;
import io.urania.cli.progress.Output;
import io.urania.cluster.preflight.Finding;
import io.urania.cluster.preflight.Level;
import io.urania.control.failure.ExitCode;
import io.urania.control.stage.Opened;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;

public final class CheckCommand implements Callable<Integer> {

    public static final About ABOUT =
            About.of("check", "Check every host for what would make apply fail, without changing anything.");

    private final ClusterCommands commands;
    private final Console console;

    @Mixin
    private final RunOptions run = new RunOptions();

    public CheckCommand(ClusterCommands commands, Console console) {
        this.commands = commands;
        this.console = console;
    }

    /** What was found, and on which hosts. */
    private record Checked(List<String> hosts, List<Finding> findings) {}

    @Override
    public Integer call() throws Exception {
        Checked checked = checked();
        new FindingText(console.style(), checked.hosts()).of(checked.findings()).forEach(console::printError);
        if (checked.findings().stream().anyMatch(finding -> finding.level() == Level.ERROR)) {
            return ExitCode.FAILED.number();
        }
        console.print("All checks passed on " + checked.hosts().size() + " hosts.");
        return ExitCode.DONE.number();
    }

    private Checked checked() throws Exception {
        try (Opened cluster = commands.look("check", run, Output.TEXT)) {
            return new Checked(cluster.hosts(), cluster.survey().findings());
        }
    }
}
