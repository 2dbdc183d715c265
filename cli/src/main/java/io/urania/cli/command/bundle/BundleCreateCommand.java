package io.urania.cli.command.bundle;

import io.urania.artifacts.Architecture;
import io.urania.artifacts.ArtifactException;
import io.urania.artifacts.KubernetesVersion;
import io.urania.artifacts.bundle.Bundle;
import io.urania.artifacts.source.BundleContents;
import io.urania.artifacts.source.Mirror;
import io.urania.cli.command.About;
import io.urania.cli.command.InventoryRequests;
import io.urania.cli.console.Console;
import io.urania.cli.progress.Displays;
import io.urania.cli.progress.Output;
import io.urania.cluster.operation.BundleNeeds;
import io.urania.cluster.reader.ClusterInventory;
import io.urania.cluster.reader.ClusterSpecReader;
import io.urania.cluster.spec.ClusterSpec;
import io.urania.control.bundle.Bundles;
import io.urania.control.failure.ExitCode;
import io.urania.control.failure.Refusal;
import io.urania.control.port.Steps;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

public final class BundleCreateCommand implements Callable<Integer> {

    public static final About ABOUT = About.of(
            "create",
            "Create a bundle: all files and images of a Kubernetes version, verified, for hosts without internet access.",
            "With -i it contains only what that inventory needs, otherwise what most clusters need. What an existing"
                    + " bundle lacks is added to it.",
            "What no other source has is built from Go modules and Debian packages, which takes minutes.");

    private final InventoryRequests inventories;
    private final Console console;
    private final Displays displays;
    private final Bundles bundles;

    @Option(
            names = "--kubernetes",
            paramLabel = "VERSION",
            description = "For example v1.36.3. Default with -i: the inventory's version.")
    private @Nullable String kubernetes;

    @Option(
            names = "--arch",
            paramLabel = "ARCH",
            required = true,
            split = ",",
            description = "The hosts' architectures, separated by commas: amd64, arm64, arm.")
    private List<String> architectures = new ArrayList<>();

    @Option(
            names = "--output",
            paramLabel = "DIR",
            description = "A new directory for the bundle. Default: the cache, where apply looks for it.")
    private @Nullable Path output;

    @Option(
            names = "--mirror",
            paramLabel = "URL",
            description = "Copy from an existing bundle: its directory, or its URL.")
    private @Nullable String mirror;

    @Option(
            names = "--mirror-sha256",
            paramLabel = "SUM",
            description = "The SHA-256 that the mirror's manifest.json must have. Required with http.")
    private @Nullable String mirrorSum;

    @Option(names = "--json", description = "Print one event per line, as JSON.")
    private boolean json;

    public BundleCreateCommand(InventoryRequests inventories, Console console, Displays displays, Bundles bundles) {
        this.inventories = inventories;
        this.console = console;
        this.displays = displays;
        this.bundles = bundles;
    }

    @Override
    public Integer call() throws Exception {
        BundleContents needed = inventories.options().inventories().isEmpty() ? usual() : ofInventory();
        Bundle bundle = create(needed.on(asked(this::architectures)));
        if (!json) {
            console.print(bundle.directory().toString());
        }
        return ExitCode.DONE.number();
    }

    private BundleContents usual() throws Refusal {
        String version = kubernetes;
        if (version == null) {
            throw new Refusal(ExitCode.USAGE, "no version: specify one with --kubernetes, or an inventory with -i");
        }
        return asked(() -> BundleNeeds.usual(KubernetesVersion.parse(version)));
    }

    private BundleContents ofInventory() throws Exception {
        ClusterSpec spec = ClusterSpecReader.standard()
                .read(ClusterInventory.load(inventories.request()))
                .orThrow();
        String version = kubernetes;
        if (version != null && !asked(() -> KubernetesVersion.parse(version)).equals(spec.kubernetes())) {
            throw new Refusal(
                    ExitCode.USAGE,
                    "the inventory asks for Kubernetes " + spec.kubernetes() + "; leave out --kubernetes " + version);
        }
        return BundleNeeds.of(spec);
    }

    private Bundle create(BundleContents contents) throws Exception {
        Optional<Mirror> source = asked(this::mirror);
        try (Steps steps = displays.steps(Output.of(json))) {
            return output == null
                    ? bundles.obtain(contents, source, steps)
                    : bundles.create(contents, source, output, steps);
        }
    }

    /** Reads an option. */
    private interface Reading<T> {
        T read() throws ArtifactException, Refusal;
    }

    /** What is wrong with an option is wrong usage. */
    private static <T> T asked(Reading<T> option) throws Refusal {
        try {
            return option.read();
        } catch (ArtifactException wrong) {
            throw new Refusal(ExitCode.USAGE, String.valueOf(wrong.getMessage()));
        }
    }

    private Optional<Mirror> mirror() throws ArtifactException, Refusal {
        if (mirror == null) {
            if (mirrorSum != null) {
                throw new Refusal(ExitCode.USAGE, "--mirror-sha256 requires --mirror");
            }
            return Optional.empty();
        }
        return Optional.of(Mirror.parse(mirror, Optional.ofNullable(mirrorSum)));
    }

    private SortedSet<Architecture> architectures() throws ArtifactException {
        SortedSet<Architecture> wanted = new TreeSet<>();
        for (String name : architectures) {
            wanted.add(Architecture.parse(name));
        }
        return wanted;
    }
}
