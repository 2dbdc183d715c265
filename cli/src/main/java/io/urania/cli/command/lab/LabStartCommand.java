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
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

public final class LabStartCommand implements Callable<Integer> {

    public static final About ABOUT = About.of("start", "Start hosts of a rack; without names, all of them.");

    private final Displays displays;
    private final Path workingDirectory;

    @Mixin
    private final RackOption rack = new RackOption();

    @Parameters(paramLabel = "HOST", arity = "0..*", description = "Short or full names.")
    private List<String> hosts = new ArrayList<>();

    @Option(
            names = "--clock",
            paramLabel = "OFFSET",
            defaultValue = "",
            description = {
                "Start virtual machines with a wrong clock: --clock=-3h is three hours behind, 90m is ahead (s, m, h, d).",
                "It is correct again when they are started without this option."
            })
    private String clock = "";

    public LabStartCommand(Displays displays, Path workingDirectory) {
        this.displays = displays;
        this.workingDirectory = workingDirectory;
    }

    @Override
    public Integer call() throws Exception {
        try (Steps steps = displays.steps(Output.TEXT)) {
            rack.open(workingDirectory).start(hosts, ClockOffset.parse(clock), new StepsOfRack(steps));
        }
        return ExitCode.DONE.number();
    }
}
