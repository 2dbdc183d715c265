package io.urania.cli.command.lab;

import io.urania.cli.command.About;
import io.urania.cli.console.Console;
import io.urania.cli.report.Table;
import io.urania.control.failure.ExitCode;
import io.urania.lab.RackState;
import io.urania.lab.card.Peculiarity;
import io.urania.lab.layout.Memory;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

public final class LabListCommand implements Callable<Integer> {

    public static final About ABOUT = About.of(
            "list", "Show a rack's hosts: address, kind, state, peculiarity, memory, architecture, operating system.");

    private final Console console;
    private final Path workingDirectory;

    @Mixin
    private final RackOption rack = new RackOption();

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    public LabListCommand(Console console, Path workingDirectory) {
        this.console = console;
        this.workingDirectory = workingDirectory;
    }

    @Override
    public Integer call() throws Exception {
        RackState state = rack.open(workingDirectory).list();
        if (json) {
            console.print(state.toJson());
        } else {
            Table table = new Table(List.of(
                    "HOST",
                    "ADDRESS",
                    "ROLE",
                    "KIND",
                    "STATE",
                    "PECULIARITY",
                    "MEMORY",
                    "ARCHITECTURE",
                    "OPERATING SYSTEM"));
            state.hosts()
                    .forEach(host -> table.row(List.of(
                            host.name(),
                            host.address(),
                            host.role(),
                            host.kind().label(),
                            host.state().label(),
                            host.peculiarity().map(Peculiarity::label).orElse("-"),
                            host.memory().map(Memory::label).orElse("-"),
                            host.architecture(),
                            host.operatingSystem())));
            console.print(table.lines());
        }
        return ExitCode.DONE.number();
    }
}
