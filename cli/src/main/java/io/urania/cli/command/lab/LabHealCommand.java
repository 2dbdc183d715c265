package io.urania.cli.command.lab;

import io.urania.cli.command.About;
import io.urania.cli.console.Console;
import io.urania.control.failure.ExitCode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

public final class LabHealCommand implements Callable<Integer> {

    public static final About ABOUT = About.of("heal", "Undo cut and fill; without names, on all hosts.");

    private final Console console;
    private final Path workingDirectory;

    @Mixin
    private final RackOption rack = new RackOption();

    @Parameters(paramLabel = "HOST", arity = "0..*", description = "Short or full names.")
    private List<String> hosts = new ArrayList<>();

    public LabHealCommand(Console console, Path workingDirectory) {
        this.console = console;
        this.workingDirectory = workingDirectory;
    }

    @Override
    public Integer call() throws Exception {
        rack.open(workingDirectory).heal(hosts);
        console.print((hosts.isEmpty() ? "all hosts" : String.join(", ", hosts))
                + ": reconnected, with space on their disks");
        return ExitCode.DONE.number();
    }
}
