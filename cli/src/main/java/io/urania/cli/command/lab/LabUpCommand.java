package io.urania.cli.command.lab;

import io.urania.cli.command.About;
import io.urania.cli.command.InventoryRequests;
import io.urania.cli.command.ProgressOptions;
import io.urania.cli.command.RunOptions;
import io.urania.cli.console.Console;
import io.urania.control.procedure.ClusterRun;
import io.urania.control.procedure.ClusterRun.Wanted;
import io.urania.cli.operation.ClusterSession;
import io.urania.cli.operation.Consent;
import io.urania.cli.operation.SessionOpener;
import io.urania.cli.operation.SessionOpener.Purpose;
import io.urania.cli.operation.SessionOpener.Request;
import io.urania.cli.progress.Output;
import io.urania.cli.rack.RackMaking;
import io.urania.cli.rack.RackMaking.Wish;
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
            "Make the rack, start it, and make the cluster on it with the same apply that real Pis get.",
            "Run again, it does what is still to do.");

    private final RackMaking making;
    private final SessionOpener opener;
    private final InventoryRequests inventories;
    private final ClusterRun runs;
    private final Console console;
    private final Path workingDirectory;
    private final String program;

    @Mixin
    private final NewRackOptions rackOptions = new NewRackOptions();

    @Mixin
    private final RunOptions run = new RunOptions();

    @Option(names = "--yes", description = "Do not ask.")
    private boolean yes;

    @Mixin
    private final ProgressOptions progress = new ProgressOptions();

    public LabUpCommand(
            RackMaking making,
            SessionOpener opener,
            InventoryRequests inventories,
            ClusterRun runs,
            Console console,
            Path workingDirectory,
            String program) {
        this.making = making;
        this.opener = opener;
        this.inventories = inventories;
        this.runs = runs;
        this.console = console;
        this.workingDirectory = workingDirectory;
        this.program = program;
    }

    @Override
    public Integer call() throws Exception {
        Output output = progress.output();
        boolean asks = run.askBecomePassword(console);
        Wish wish = rackOptions.wish(workingDirectory);
        making.prepare(wish, new Consent(console, yes), output);
        Rack rack = making.make(wish, output);
        if (run.bundle().isEmpty()) {
            making.obtainBundle(rack, output);
        }
        making.start(rack, output);
        // The rack is ours: nobody needs to be asked before it is changed.
        Wanted wanted =
                new Wanted(new Consent(console, true), progress.json(), "lab up" + shown(rack, " "), next(rack));
        Request request = new Request(
                "lab up",
                inventories.request(rack.inventories()),
                run.bundle(),
                Purpose.CHANGE,
                output,
                run.limits(),
                Shell.quote(program) + " unlock" + shown(rack, " -i "),
                asks);
        try (ClusterSession cluster = opener.open(request)) {
            return runs.apply(cluster, wanted).number();
        }
    }

    private List<String> next(Rack rack) {
        String directory = shown(rack, " --rack ");
        String inventory = shown(rack, " -i ");
        Path artifacts = rack.directory().resolve(Rack.INVENTORY).resolve("artifacts");
        return List.of(
                Shell.quote(artifacts.resolve("kubectl").toString()) + " get nodes",
                Shell.quote(program) + " status" + inventory,
                Shell.quote(program) + " lab exec" + directory + " pandore -- crictl ps",
                Shell.quote(program) + " lab destroy" + shown(rack, " "));
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
