package io.urania.cli.command.lab;

import io.urania.cli.command.About;
import io.urania.cli.progress.Displays;
import io.urania.cli.progress.Output;
import io.urania.cli.rack.StepsOfRack;
import io.urania.control.failure.ExitCode;
import io.urania.control.port.Steps;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

public final class LabStopCommand implements Callable<Integer> {

    public static final About ABOUT = About.of("stop", "Shut down hosts of a rack; without names, all of them.");

    private final Displays displays;
    private final Path workingDirectory;

    @Mixin
    private final RackOption rack = new RackOption();

    @Parameters(paramLabel = "HOST", arity = "0..*", description = "Short or full names.")
    private List<String> hosts = new ArrayList<>();

    public LabStopCommand(Displays displays, Path workingDirectory) {
        this.displays = displays;
        this.workingDirectory = workingDirectory;
    }

    @Override
    public Integer call() throws Exception {
        try (Steps steps = displays.steps(Output.TEXT)) {
            rack.open(workingDirectory).stop(hosts, new StepsOfRack(steps));
        }
        return ExitCode.DONE.number();
    }
}
