package io.urania.control.bundle;

import io.urania.artifacts.Architecture;
import io.urania.artifacts.ArtifactException;
import io.urania.artifacts.KubernetesVersion;
import io.urania.artifacts.Progress;
import io.urania.artifacts.bundle.Bundle;
import io.urania.artifacts.bundle.BundleCache;
import io.urania.artifacts.bundle.NewBundle;
import io.urania.artifacts.source.ArtifactSource;
import io.urania.artifacts.source.BundleCreator;
import io.urania.artifacts.source.Mirror;
import io.urania.artifacts.version.VersionTable;
import io.urania.control.failure.ExitCode;
import io.urania.control.failure.Refusal;
import io.urania.control.port.Steps;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The bundles that commands install from: named by the person, kept in the cache, or made now. */
public final class Bundles {

    private final BundleCache cache;
    private final Supplier<VersionTable> versions;
    private final SourceChoice sources;

    /**
     * Bundles kept in this cache, made from these sources.
     *
     * @param versions read when a bundle is made
     */
    public Bundles(BundleCache cache, Supplier<VersionTable> versions, SourceChoice sources) {
        this.cache = cache;
        this.versions = versions;
        this.sources = sources;
    }

    /** Where files and images come from. */
    @FunctionalInterface
    public interface SourceChoice {

        /**
         * The sources, the first one to ask first.
         *
         * @param mirror a bundle elsewhere, on a web server or in a directory, that the person names
         * @param progress told what the sources do
         */
        List<ArtifactSource> inOrder(Optional<Mirror> mirror, Progress progress);
    }

    /** The bundle of the cache for this version; made now, which takes minutes, if it is not there. */
    public Bundle obtain(
            KubernetesVersion version, SortedSet<Architecture> architectures, Optional<Mirror> mirror, Steps steps)
            throws ArtifactException, InterruptedException {
        Optional<Bundle> made = cache.find(version, architectures);
        if (made.isPresent()) {
            return made.get();
        }
        steps.started("Make the bundle for Kubernetes " + version + " on " + names(architectures));
        Bundle bundle = cache.obtain(
                version,
                architectures,
                directory -> creator(mirror, steps).create(version, architectures, directory),
                new StepsOfBundle(steps));
        steps.finished();
        return bundle;
    }

    /** Makes a bundle in a directory of the person's choice, which must not exist, be empty, or have an unfinished bundle. */
    public Bundle create(
            KubernetesVersion version,
            SortedSet<Architecture> architectures,
            Optional<Mirror> mirror,
            Path directory,
            Steps steps)
            throws ArtifactException, Refusal, IOException, InterruptedException {
        NewBundle bundle = new NewBundle(directory);
        if (bundle.isTaken()) {
            throw new Refusal(ExitCode.USAGE, directory + " is not empty; name a new directory with --output");
        }
        steps.started("Make the bundle for Kubernetes " + version + " on " + names(architectures));
        bundle.make(empty -> creator(mirror, steps).create(version, architectures, empty));
        steps.finished();
        return Bundle.open(directory);
    }

    /** The bundle of the cache for this version and most architectures, if there is any. */
    public Optional<Bundle> widest(KubernetesVersion version) throws ArtifactException {
        return cache.widest(version);
    }

    /** The bundle in a directory that the person named, if it is good for this version and these architectures. */
    public static Bundle open(Path directory, KubernetesVersion version, SortedSet<Architecture> architectures)
            throws ArtifactException, Refusal {
        Bundle bundle = open(directory, version);
        if (!bundle.architectures().containsAll(architectures)) {
            throw new Refusal(
                    ExitCode.USAGE,
                    "the bundle " + directory + " is for " + names(bundle.architectures())
                            + " and there are hosts with " + names(architectures)
                            + "; make one with: bundle create --arch " + names(architectures));
        }
        return bundle;
    }

    /** The bundle in a directory that the person named, if it is good for this version. */
    public static Bundle open(Path directory, KubernetesVersion version) throws ArtifactException, Refusal {
        Bundle bundle = Bundle.open(directory);
        if (!bundle.kubernetes().equals(version)) {
            throw new Refusal(
                    ExitCode.USAGE,
                    "the bundle " + directory + " is for Kubernetes " + bundle.kubernetes()
                            + " and the inventory asks for " + version + "; make one with: bundle create --kubernetes "
                            + version);
        }
        return bundle;
    }

    private BundleCreator creator(Optional<Mirror> mirror, Steps steps) {
        Progress progress = new StepsOfBundle(steps);
        return new BundleCreator(versions.get(), sources.inOrder(mirror, progress), progress);
    }

    private static String names(SortedSet<Architecture> architectures) {
        return architectures.stream().map(Architecture::goName).collect(Collectors.joining(","));
    }
}
