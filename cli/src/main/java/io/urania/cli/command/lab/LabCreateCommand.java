package io.urania.cli.command.lab;

import io.urania.cli.command.About;
import io.urania.cli.console.Console;
import io.urania.cli.operation.Consent;
import io.urania.cli.progress.Output;
import io.urania.cli.rack.RackMaking;
import io.urania.cli.rack.RackMaking.Wish;
import io.urania.control.failure.ExitCode;
import io.urania.engine.shell.Shell;
import io.urania.lab.Rack;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

public final class LabCreateCommand implements Callable<Integer> {

    public static final About ABOUT = About.of("create", "Create a rack and start its hosts, without a cluster.");

    private final RackMaking making;
    private final Console console;
    private final Path workingDirectory;
    private final String program;

    @Mixin
    private final NewRackOptions rackOptions = new NewRackOptions();

    @Option(names = "--yes", description = "Do not ask for confirmation.")
    private boolean yes;

    public LabCreateCommand(RackMaking making, Console console, Path workingDirectory, String program) {
        this.making = making;
        this.console = console;
        this.workingDirectory = workingDirectory;
        this.program = program;
    }

    @Override
    public Integer call() throws Exception {
        Wish wish = rackOptions.wish(workingDirectory);
        making.prepare(wish, new Consent(console, yes), Output.TEXT);
        Rack rack = making.make(wish, Output.TEXT);
        making.start(rack, Output.TEXT);
        console.print("The hosts run. Next: " + Shell.quote(program) + " apply -i "
                + Shell.quote(rack.directory().toString()));
        return ExitCode.DONE.number();
    }
}
