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

public final class LabCutCommand implements Callable<Integer> {

    public static final About ABOUT =
            About.of("cut", "Disconnect hosts from the network, as if their cables were pulled; heal reconnects them.");

    private final Console console;
    private final Path workingDirectory;

    @Mixin
    private final RackOption rack = new RackOption();

    @Parameters(paramLabel = "HOST", arity = "1..*", description = "Short or full names.")
    private List<String> hosts = new ArrayList<>();

    public LabCutCommand(Console console, Path workingDirectory) {
        this.console = console;
        this.workingDirectory = workingDirectory;
    }

    @Override
    public Integer call() throws Exception {
        rack.open(workingDirectory).cut(hosts);
        console.print(String.join(", ", hosts) + ": disconnected, until urania lab heal");
        return ExitCode.DONE.number();
    }
}
