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

@Command(
        name = "apply",
        description = {
            "Make the hosts what the inventory asks for.",
            "Run again, it changes nothing; after a failure it continues where it ended."
        })
final class ApplyCommand implements Callable<Integer> {

    private final ClusterCommands commands;
    private final Console console;
    private final String program;

    @Mixin
    private final RunOptions run = new RunOptions();

    @Option(names = "--yes", description = "Do not ask.")
    private boolean yes;

    @Mixin
    private final ProgressOptions progress = new ProgressOptions();

    ApplyCommand(ClusterCommands commands, Console console, String program) {
        this.program = program;
        this.commands = commands;
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        try (ClusterSession cluster = commands.open("apply", run, Purpose.CHANGE, progress.output())) {
            return commands.runs()
                    .apply(
                            cluster,
                            new Wanted(
                                    new Consent(console, yes), progress.json(), "apply", List.of(program + " status")))
                    .number();
        }
    }
}
