package io.urania.cli.command.cluster;

import io.urania.cli.command.About;
import io.urania.cli.command.RunOptions;
import io.urania.cli.console.Console;
import io.urania.cli.progress.Output;
import io.urania.cli.report.StatusJson;
import io.urania.cli.report.StatusText;
import io.urania.cluster.operation.ClusterStatus;
import io.urania.control.failure.ExitCode;
import io.urania.control.stage.Opened;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

public final class StatusCommand implements Callable<Integer> {

    public static final About ABOUT =
            About.of("status", "Show the state of the cluster and all problems; exit code 1 if there are any.");

    private final ClusterCommands commands;
    private final Console console;

    @Mixin
    private final RunOptions run = new RunOptions();

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    public StatusCommand(ClusterCommands commands, Console console) {
        this.commands = commands;
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        ClusterStatus status = status();
        if (json) {
            console.print(StatusJson.of(status).toString());
        } else {
            console.print(new StatusText(console.style()).of(status));
        }
        return (status.isWell() ? ExitCode.DONE : ExitCode.FAILED).number();
    }

    private ClusterStatus status() throws Exception {
        try (Opened cluster = commands.look("status", run, json ? Output.NOTHING : Output.ANSWER)) {
            return cluster.status();
        }
    }
}
