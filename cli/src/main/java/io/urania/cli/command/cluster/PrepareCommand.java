package io.urania.cli.command.cluster;

import io.urania.cli.command.About;
import io.urania.cli.command.ProgressOptions;
import io.urania.cli.command.RunOptions;
import io.urania.cli.console.Console;
import io.urania.cli.operation.Consent;
import io.urania.cli.operation.RunConversation.Wanted;
import io.urania.control.stage.OpenedPreparation;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

public final class PrepareCommand implements Callable<Integer> {

    public static final About ABOUT = About.of(
            "prepare",
            "Prepare the hosts for Kubernetes, and install nothing of it.",
            "The first phase of apply, which needs no bundle: names, name servers, clocks, boot settings, swap, kernel"
                    + " modules and parameters, packages.");

    private final ClusterCommands commands;
    private final Console console;

    @Mixin
    private final RunOptions run = new RunOptions();

    @Option(names = "--yes", description = "Do not ask for confirmation.")
    private boolean yes;

    @Mixin
    private final ProgressOptions progress = new ProgressOptions();

    public PrepareCommand(ClusterCommands commands, Console console) {
        this.commands = commands;
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        Wanted wanted = new Wanted(
                new Consent(console, yes),
                progress.json(),
                commands.suggestions().words(List.of("prepare"), run.repeated()),
                List.of());
        try (OpenedPreparation hosts = commands.prepare("prepare", run, progress.output())) {
            return commands.runs().prepare(hosts, commands.conversation(wanted)).number();
        }
    }
}
