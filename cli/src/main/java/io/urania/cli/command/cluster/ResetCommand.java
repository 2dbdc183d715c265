package io.urania.cli.command.cluster;

import io.urania.cli.command.About;
import io.urania.cli.command.ProgressOptions;
import io.urania.cli.command.RunOptions;
import io.urania.cli.console.Console;
import io.urania.cli.operation.Consent;
import io.urania.cli.operation.RunConversation.Wanted;
import io.urania.control.stage.OpenedRemoval;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

public final class ResetCommand implements Callable<Integer> {

    public static final About ABOUT = About.of("reset", "Remove the cluster and everything in it from the hosts.");

    private final ClusterCommands commands;
    private final Console console;

    @Mixin
    private final RunOptions run = new RunOptions();

    @Option(names = "--yes", description = "Do not ask for confirmation.")
    private boolean yes;

    @Mixin
    private final ProgressOptions progress = new ProgressOptions();

    public ResetCommand(ClusterCommands commands, Console console) {
        this.commands = commands;
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        Wanted wanted = new Wanted(
                new Consent(console, yes),
                progress.json(),
                commands.suggestions().words(List.of("reset"), run.repeated()),
                List.of());
        try (OpenedRemoval cluster = commands.remove("reset", run, progress.output())) {
            return commands.runs().reset(cluster, commands.conversation(wanted)).number();
        }
    }
}
