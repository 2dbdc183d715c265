package io.urania.cli.command.bundle;

import io.urania.artifacts.Architecture;
import io.urania.artifacts.bundle.Bundle;
import io.urania.artifacts.bundle.BundleManifest;
import io.urania.artifacts.source.BundleVerification;
import io.urania.artifacts.upstream.UpstreamFiles;
import io.urania.artifacts.version.VersionTable;
import io.urania.cli.command.About;
import io.urania.cli.console.Console;
import io.urania.cli.progress.Output;
import io.urania.cli.terminal.Terminal;
import io.urania.control.bundle.BundleWarning;
import io.urania.control.failure.ExitCode;
import io.urania.control.failure.Refusal;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

public final class BundleVerifyCommand implements Callable<Integer> {

    public static final About ABOUT = About.of(
            "verify",
            "Verify every file of a bundle against its manifest, and the manifest against what its components need.");

    private final Console console;

    @Parameters(paramLabel = "DIR", description = "The bundle's directory.")
    private Path directory = Path.of("");

    @Option(
            names = "--sha256",
            paramLabel = "SUM",
            description = "The SHA-256 that its manifest.json must have, as printed where the bundle was created.")
    private @Nullable String sum;

    public BundleVerifyCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        if (sum != null && !sum.strip().toLowerCase(Locale.ROOT).matches(BundleManifest.SUM)) {
            throw new Refusal(
                    ExitCode.USAGE,
                    "--sha256 " + sum + ": a SHA-256 has 64 hexadecimal digits; sha256sum " + BundleManifest.FILE_NAME
                            + " prints it where the bundle was created");
        }
        Bundle bundle = Bundle.open(directory);
        new BundleVerification(VersionTable.standard(), UpstreamFiles.published())
                .verify(bundle, Optional.ofNullable(sum).map(String::strip));
        new BundleWarning(Terminal.telling(console, Output.TEXT)).tell(directory);
        int items = bundle.architectures().stream()
                .mapToInt(architecture -> bundle.files(architecture).size()
                        + bundle.images(architecture).size())
                .sum();
        console.print(directory + ": all " + items + " files and images for Kubernetes " + bundle.kubernetes() + " on "
                + bundle.architectures().stream().map(Architecture::goName).collect(Collectors.joining(", "))
                + " are intact. The SHA-256 of its manifest.json is " + bundle.manifestSha256()
                + (sum == null ? "; compare it with the one that its creator published." : ", as expected."));
        return ExitCode.DONE.number();
    }
}
