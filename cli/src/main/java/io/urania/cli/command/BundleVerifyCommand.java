package io.urania.cli.command;

import io.urania.artifacts.Architecture;
import io.urania.artifacts.bundle.Bundle;
import io.urania.cli.console.Console;
import io.urania.cli.failure.ExitCode;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Parameters;

final class BundleVerifyCommand implements Callable<Integer> {

    static final About ABOUT = About.of("verify", "Read every file of a bundle and compare it with the manifest.");

    private final Console console;

    @Parameters(paramLabel = "DIR", description = "The bundle's directory.")
    private Path directory = Path.of("");

    BundleVerifyCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        Bundle bundle = Bundle.open(directory);
        bundle.verify();
        int items = bundle.architectures().stream()
                .mapToInt(architecture -> bundle.files(architecture).size()
                        + bundle.images(architecture).size())
                .sum();
        console.print(directory + ": all " + items + " files and images for Kubernetes " + bundle.kubernetes() + " on "
                + bundle.architectures().stream().map(Architecture::goName).collect(Collectors.joining(", "))
                + " are whole.");
        return ExitCode.DONE.number();
    }
}
