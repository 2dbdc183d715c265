package io.urania.cli.command.lab;

import io.urania.cli.command.About;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

public final class LabExecCommand implements Callable<Integer> {

    public static final About ABOUT = About.of(
            "exec",
            "Run a command as root inside a host, with this terminal's input and output.",
            "Ends with the command's own exit code.");

    private final Path workingDirectory;

    @Mixin
    private final RackOption rack = new RackOption();

    @Parameters(index = "0", paramLabel = "HOST", description = "A host's short or full name.")
    private String host = "";

    @Parameters(index = "1..*", arity = "1..*", paramLabel = "COMMAND", description = "The command, best after --.")
    private List<String> command = new ArrayList<>();

    public LabExecCommand(Path workingDirectory) {
        this.workingDirectory = workingDirectory;
    }

    @Override
    public Integer call() throws Exception {
        List<String> words = command.getFirst().equals("--") ? command.subList(1, command.size()) : command;
        return rack.open(workingDirectory).exec(host, words);
    }
}
