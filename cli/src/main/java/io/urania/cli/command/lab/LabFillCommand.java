package io.urania.cli.command.lab;

import io.urania.cli.command.About;
import io.urania.cli.console.Console;
import io.urania.control.failure.ExitCode;
import io.urania.lab.fault.FullDisk;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

public final class LabFillCommand implements Callable<Integer> {

    public static final About ABOUT = About.of(
            "fill",
            "Fill the disks of hosts: nothing more can be written to the directories; heal makes room again.",
            "The machine's own disk, which they share, is not filled.");

    private final Console console;
    private final Path workingDirectory;

    @Mixin
    private final RackOption rack = new RackOption();

    @Parameters(paramLabel = "HOST", arity = "1..*", description = "Short or full names.")
    private List<String> hosts = new ArrayList<>();

    @Option(
            names = "--at",
            paramLabel = "DIR",
            description = "A directory to make full, repeatable (default: /usr, /opt and /etc).")
    private List<String> directories = new ArrayList<>();

    public LabFillCommand(Console console, Path workingDirectory) {
        this.console = console;
        this.workingDirectory = workingDirectory;
    }

    @Override
    public Integer call() throws Exception {
        rack.open(workingDirectory).fill(hosts, directories);
        console.print(String.join(", ", hosts) + ": no space left in "
                + String.join(", ", directories.isEmpty() ? FullDisk.USUAL : directories)
                + ", until urania lab heal");
        return ExitCode.DONE.number();
    }
}
