package io.urania.cli.command.lab;

import io.urania.cli.command.About;
import io.urania.cli.command.InventoryRequests;
import io.urania.cli.command.ProgressOptions;
import io.urania.cli.command.RunOptions;
import io.urania.cli.operation.Consent;
import io.urania.cli.operation.RunConversation;
import io.urania.cli.operation.RunConversation.Wanted;
import io.urania.cli.progress.Output;
import io.urania.cli.rack.RackMaking;
import io.urania.cli.rack.RackMaking.Wish;
import io.urania.cli.terminal.Terminal;
import io.urania.control.procedure.ClusterRun;
import io.urania.control.stage.ClusterOpener;
import io.urania.control.stage.OpenedRun;
import io.urania.control.stage.Request;
import io.urania.engine.shell.Shell;
import io.urania.lab.Rack;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

public final class LabUpCommand implements Callable<Integer> {

    public static final About ABOUT = About.of(
            "up",
            "Create the rack, start it, and deploy the cluster on it with the same apply as on real Pis.",
            "A second run does only what is left to do.");

    private final RackMaking making;
    private final ClusterOpener opener;
    private final InventoryRequests inventories;
    private final ClusterRun runs;
    private final Terminal terminal;
    private final Path workingDirectory;

    @Mixin
    private final NewRackOptions rackOptions = new NewRackOptions();

    @Mixin
    private final RunOptions run = new RunOptions();

    @Option(names = "--yes", description = "Do not ask for confirmation.")
    private boolean yes;

    @Mixin
    private final ProgressOptions progress = new ProgressOptions();

    public LabUpCommand(
            RackMaking making,
            ClusterOpener opener,
            InventoryRequests inventories,
            ClusterRun runs,
            Terminal terminal,
            Path workingDirectory) {
        this.making = making;
        this.opener = opener;
        this.inventories = inventories;
        this.runs = runs;
        this.terminal = terminal;
        this.workingDirectory = workingDirectory;
    }

    @Override
    public Integer call() throws Exception {
        Output output = progress.output();
        boolean asks = run.askBecomePassword(terminal.console());
        Wish wish = rackOptions.wish(workingDirectory);
        making.prepare(wish, new Consent(terminal.console(), yes), output);
        Rack rack = making.make(wish, output);
        if (run.bundle().isEmpty()) {
            making.obtainBundle(rack, output);
        }
        making.start(rack, output);
        // The rack is ours: nobody needs to be asked before it is changed.
        Wanted wanted = new Wanted(
                new Consent(terminal.console(), true), progress.json(), "lab up" + shown(rack, " "), next(rack));
        Request request = new Request(
                "lab up",
                inventories.request(rack.inventories()),
                run.bundle(),
                run.limits(),
                Shell.quote(terminal.program()) + " unlock" + shown(rack, " -i "),
                asks,
                terminal.person(output));
        try (OpenedRun cluster = opener.change(request)) {
            return runs.apply(cluster, new RunConversation(terminal.console(), terminal.program(), wanted))
                    .number();
        }
    }

    private List<String> next(Rack rack) {
        String directory = shown(rack, " --rack ");
        String inventory = shown(rack, " -i ");
        Path artifacts = rack.directory().resolve(Rack.INVENTORY).resolve("artifacts");
        return List.of(
                Shell.quote(artifacts.resolve("kubectl").toString()) + " get nodes",
                Shell.quote(terminal.program()) + " status" + inventory,
                Shell.quote(terminal.program()) + " lab exec" + directory + " pandore -- crictl ps",
                Shell.quote(terminal.program()) + " lab destroy" + shown(rack, " "));
    }

    /** The rack's directory as a word of a command line; nothing where it is the usual one. */
    private String shown(Rack rack, String before) {
        Path usual = workingDirectory.resolve("rack");
        return Optional.of(rack.directory())
                .filter(directory -> !directory.equals(usual))
                .map(directory -> before + Shell.quote(directory.toString()))
                .orElse("");
    }
}
