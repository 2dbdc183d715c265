package io.urania.cli.command.lab;

import io.urania.cli.command.About;
import io.urania.cli.console.Console;
import io.urania.cli.operation.Consent;
import io.urania.cli.progress.Displays;
import io.urania.cli.progress.Output;
import io.urania.cli.rack.StepsOfRack;
import io.urania.control.failure.ExitCode;
import io.urania.control.port.Steps;
import io.urania.lab.Rack;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

public final class LabDestroyCommand implements Callable<Integer> {

    public static final About ABOUT =
            About.of("destroy", "Stop a rack's hosts and remove everything it put on this machine.");

    private final Displays displays;
    private final Console console;
    private final Path workingDirectory;

    @Parameters(
            paramLabel = "DIR",
            arity = "0..1",
            defaultValue = "rack",
            description = "The rack's directory (default: ${DEFAULT-VALUE}).")
    private Path directory = Path.of("rack");

    @Option(names = "--yes", description = "Do not ask for confirmation.")
    private boolean yes;

    public LabDestroyCommand(Displays displays, Console console, Path workingDirectory) {
        this.displays = displays;
        this.console = console;
        this.workingDirectory = workingDirectory;
    }

    @Override
    public Integer call() throws Exception {
        Rack rack = Rack.open(workingDirectory.resolve(directory));
        new Consent(console, yes)
                .require("This deletes the rack in " + rack.directory() + " and its cluster. Continue?");
        try (Steps steps = displays.steps(Output.TEXT)) {
            rack.destroy(new StepsOfRack(steps));
        }
        return ExitCode.DONE.number();
    }
}
