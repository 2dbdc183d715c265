package io.urania.cli.command.lab;

import io.urania.lab.Rack;
import io.urania.lab.report.RackException;
import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Which rack a command is about. */
final class RackOption {

    @Option(
            names = "--rack",
            paramLabel = "DIR",
            defaultValue = "rack",
            description = "The rack's directory (default: ${DEFAULT-VALUE}).")
    private Path directory = Path.of("rack");

    Rack open(Path workingDirectory) throws RackException, IOException {
        return Rack.open(workingDirectory.resolve(directory));
    }
}
