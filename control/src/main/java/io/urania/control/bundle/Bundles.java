package io.urania.control.bundle;

import io.urania.artifacts.Architecture;
import io.urania.artifacts.ArtifactException;
import io.urania.artifacts.Progress;
import io.urania.artifacts.bundle.Bundle;
import io.urania.artifacts.bundle.BundleCache;
import io.urania.artifacts.bundle.BundleManifest;
import io.urania.artifacts.bundle.NewBundle;
import io.urania.artifacts.download.CheckedTexts;
import io.urania.artifacts.source.Artifact;
import io.urania.artifacts.source.ArtifactSource;
import io.urania.artifacts.source.BundleContents;
import io.urania.artifacts.source.BundleCreator;
import io.urania.artifacts.source.Mirror;
import io.urania.artifacts.version.VersionTable;
import io.urania.control.failure.ExitCode;
import io.urania.control.failure.Refusal;
import io.urania.control.port.Steps;
import io.urania.engine.shell.Shell;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
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
    private final CheckedTexts texts;

    /**
     * Bundles kept in this cache, made from these sources.
     *
     * @param versions read when a bundle is made
     * @param texts what inventories name by address and sum, for components that no bundle has
     */
    public Bundles(BundleCache cache, Supplier<VersionTable> versions, SourceChoice sources, CheckedTexts texts) {
        this.cache = cache;
        this.versions = versions;
        this.sources = sources;
        this.texts = texts;
    }

    /** Through which components fetch what the inventory names by address and sum. */
    public CheckedTexts texts() {
        return texts;
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

    /** The bundle of the cache that has exactly these architectures; made or filled up now, which takes minutes, if need be. */
    public Bundle obtain(BundleContents contents, Optional<Mirror> mirror, Steps steps)
            throws ArtifactException, InterruptedException {
        Optional<Bundle> made = cache.find(contents.kubernetes(), contents.architectures());
        return made.isPresent() ? filled(made.get(), contents, mirror, steps) : make(contents, mirror, steps);
    }

    /** A bundle of the cache that has these architectures, and maybe more; made or filled up now if need be. */
    public Bundle suiting(BundleContents contents, Steps steps) throws ArtifactException, InterruptedException {
        Optional<Bundle> widest = cache.widest(contents.kubernetes())
                .filter(bundle -> bundle.architectures().containsAll(contents.architectures()));
        return widest.isPresent()
                ? filled(widest.get(), contents, Optional.empty(), steps)
                : obtain(contents, Optional.empty(), steps);
    }

    private Bundle make(BundleContents contents, Optional<Mirror> mirror, Steps steps)
            throws ArtifactException, InterruptedException {
        steps.started(making(contents));
        Bundle bundle = cache.obtain(
                contents.kubernetes(),
                contents.architectures(),
                directory -> creator(mirror, steps).create(contents, directory),
                new StepsOfBundle(steps));
        steps.finished();
        // Another process may have made it meanwhile, for another inventory.
        return filled(bundle, contents, mirror, steps);
    }

    private Bundle filled(Bundle bundle, BundleContents contents, Optional<Mirror> mirror, Steps steps)
            throws ArtifactException, InterruptedException {
        if (contents.missingIn(bundle, versions.get()).isEmpty()) {
            return bundle;
        }
        steps.started(
                "Add to the bundle for Kubernetes " + bundle.kubernetes() + " on " + names(bundle.architectures()));
        Bundle whole = cache.fill(
                bundle.directory(), found -> creator(mirror, steps).fill(found, contents), new StepsOfBundle(steps));
        steps.finished();
        return whole;
    }

    /**
     * Makes a bundle in a directory of the person's choice, which must not exist, be empty, or have an unfinished bundle. A bundle of the same
     * version and architectures that is there is filled up.
     */
    public Bundle create(BundleContents contents, Optional<Mirror> mirror, Path directory, Steps steps)
            throws ArtifactException, Refusal, IOException, InterruptedException {
        NewBundle bundle = new NewBundle(directory);
        if (bundle.isTaken()) {
            return filled(same(directory, contents), contents, mirror, steps);
        }
        steps.started(making(contents));
        bundle.make(empty -> creator(mirror, steps).create(contents, empty));
        steps.finished();
        return Bundle.open(directory);
    }

    private static Bundle same(Path directory, BundleContents contents) throws ArtifactException, Refusal {
        if (!Files.exists(directory.resolve(BundleManifest.FILE_NAME), LinkOption.NOFOLLOW_LINKS)) {
            throw new Refusal(ExitCode.USAGE, directory + " is not empty; specify a new directory with --output");
        }
        Bundle bundle = Bundle.open(directory);
        if (!bundle.kubernetes().equals(contents.kubernetes())
                || !bundle.architectures().equals(contents.architectures())) {
            throw new Refusal(
                    ExitCode.USAGE,
                    directory + " is not empty: it has a bundle for Kubernetes " + bundle.kubernetes() + " on "
                            + names(bundle.architectures()) + "; specify a new directory with --output");
        }
        return bundle;
    }

    /** The bundle of the cache for this version and most architectures, if there is any and it has all that is needed on these. */
    public Optional<Bundle> likely(BundleContents contents) throws ArtifactException {
        Optional<Bundle> widest = cache.widest(contents.kubernetes());
        return widest.isPresent()
                        && contents.missingIn(widest.get(), versions.get()).isEmpty()
                ? widest
                : Optional.empty();
    }

    /** The bundle in a directory that the person named, if it is good for this version, these architectures and these components. */
    public Bundle open(Path directory, BundleContents contents) throws ArtifactException, Refusal {
        Bundle bundle = openLikely(directory, contents);
        if (!bundle.architectures().containsAll(contents.architectures())) {
            throw new Refusal(
                    ExitCode.USAGE,
                    "the bundle " + directory + " is for " + names(bundle.architectures())
                            + " but there are hosts with " + names(contents.architectures())
                            + "; create one with: bundle create --arch " + names(contents.architectures()));
        }
        return bundle;
    }

    /** The bundle in a directory that the person named, if it is good for this version and these components on its own architectures. */
    public Bundle openLikely(Path directory, BundleContents contents) throws ArtifactException, Refusal {
        Bundle bundle = Bundle.open(directory);
        if (!bundle.kubernetes().equals(contents.kubernetes())) {
            throw new Refusal(
                    ExitCode.USAGE,
                    "the bundle " + directory + " is for Kubernetes " + bundle.kubernetes()
                            + " but the inventory asks for " + contents.kubernetes()
                            + "; create one with: bundle create --kubernetes " + contents.kubernetes());
        }
        List<Artifact> missing = contents.missingIn(bundle, versions.get());
        if (!missing.isEmpty()) {
            throw new Refusal(
                    ExitCode.USAGE,
                    "the bundle " + directory + " does not contain what the inventory needs: "
                            + missing.stream().map(Artifact::toString).collect(Collectors.joining(", "))
                            + "; add it with: bundle create -i INVENTORY --arch " + names(bundle.architectures())
                            + " --output " + Shell.quote(directory.toString()));
        }
        return bundle;
    }

    private static String making(BundleContents contents) {
        return "Create the bundle for Kubernetes " + contents.kubernetes() + " on " + names(contents.architectures());
    }

    private BundleCreator creator(Optional<Mirror> mirror, Steps steps) {
        Progress progress = new StepsOfBundle(steps);
        return new BundleCreator(versions.get(), sources.inOrder(mirror, progress), progress);
    }

    private static String names(SortedSet<Architecture> architectures) {
        return architectures.stream().map(Architecture::goName).collect(Collectors.joining(","));
    }
}
