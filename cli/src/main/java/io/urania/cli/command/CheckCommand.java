package io.urania.cli.command;

import io.urania.cli.console.Console;
import io.urania.cli.failure.ExitCode;
import io.urania.cli.operation.Answers;
import io.urania.cli.operation.ClusterSession;
import io.urania.cli.operation.SessionOpener.Purpose;
import io.urania.cli.progress.Output;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;

final class CheckCommand implements Callable<Integer> {

    static final About ABOUT =
            About.of("check", "Look at every host for what would make apply fail, and change nothing.");

    private final ClusterCommands commands;
    private final Console console;

    @Mixin
    private final RunOptions run = new RunOptions();

    CheckCommand(ClusterCommands commands, Console console) {
        this.commands = commands;
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        try (ClusterSession cluster = commands.open("check", run, Purpose.LOOK, Output.TEXT)) {
            List<String> problems = cluster.preflight(
                    Answers.complete(cluster.gather(), cluster.hosts().size()));
            cluster.progress().end();
            if (problems.isEmpty()) {
                console.print("Nothing stands in the way of apply on "
                        + cluster.hosts().size() + " hosts.");
                return ExitCode.DONE.number();
            }
            problems.forEach(console::printError);
            return ExitCode.FAILED.number();
        }
    }
}
