package io.urania.cli.command;

import io.urania.cli.console.Console;
import io.urania.cli.operation.ClusterRun.Wanted;
import io.urania.cli.operation.ClusterSession;
import io.urania.cli.operation.Consent;
import io.urania.cli.operation.SessionOpener.Purpose;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "reset", description = "Take the cluster and everything in it off the hosts again.")
final class ResetCommand implements Callable<Integer> {

    private final ClusterCommands commands;
    private final Console console;

    @Mixin
    private final RunOptions run = new RunOptions();

    @Option(names = "--yes", description = "Do not ask.")
    private boolean yes;

    @Mixin
    private final ProgressOptions progress = new ProgressOptions();

    ResetCommand(ClusterCommands commands, Console console) {
        this.commands = commands;
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        try (ClusterSession cluster = commands.open("reset", run, Purpose.REMOVE, progress.output())) {
            return commands.runs()
                    .reset(cluster, new Wanted(new Consent(console, yes), progress.json(), "reset", List.of()))
                    .number();
        }
    }
}
