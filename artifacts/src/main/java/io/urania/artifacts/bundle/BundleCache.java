package io.urania.artifacts.bundle;

import io.urania.artifacts.Architecture;
import io.urania.artifacts.ArtifactException;
import io.urania.artifacts.KubernetesVersion;
import io.urania.artifacts.Progress;
import io.urania.artifacts.files.DirectoryTree;
import io.urania.artifacts.files.ProcessLock;
import io.urania.engine.state.PrivateDirectory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The bundles of this machine, one directory per version and architectures. A bundle is made beside its place and put
 * there by one rename when it is whole; one that lacks something is filled up where it is. A lock keeps two makers apart. A maker that was
 * killed leaves a directory that the next one removes, and a lock that ended with its process.
 */
public final class BundleCache {
    /** Between the words of a bundle's name. */
    private static final String PART = "-";

    private final Path root;
    private final Path directory;

    /**
     * A cache in a directory.
     *
     * @param directory where the bundles lie; made when it is needed, and nobody else may enter it
     */
    public BundleCache(Path directory) {
        this(directory, directory);
    }

    /** What lies beside the bundles, as sources and build trees, is as little for others as the bundles are. */
    private BundleCache(Path root, Path directory) {
        this.root = root;
        this.directory = directory;
    }

    /** Fills an empty directory with a whole bundle. */
    @FunctionalInterface
    public interface Maker {
        void make(Path emptyDirectory) throws ArtifactException, InterruptedException;
    }

    /** {@code urania} under {@code XDG_CACHE_HOME}, or under {@code ~/.cache} where that is not set. */
    public static Path defaultDirectory(Map<String, String> environment, Path home) {
        String configured = environment.getOrDefault("XDG_CACHE_HOME", "");
        Path cache = configured.isEmpty() ? home.resolve(".cache") : Path.of(configured);
        return cache.resolve("urania");
    }

    /** The cache of the user who runs this program. */
    public static BundleCache standard() {
        Path root = defaultDirectory(System.getenv(), Path.of(System.getProperty("user.home")));
        return new BundleCache(root, root.resolve("bundles"));
    }

    /** Where the bundle of that version and these architectures lies when it has been made. */
    public Path place(KubernetesVersion version, SortedSet<Architecture> architectures) {
        return directory.resolve(name(version, architectures));
    }

    /** The bundle, where it has been made. */
    public Optional<Bundle> find(KubernetesVersion version, SortedSet<Architecture> architectures)
            throws ArtifactException {
        requireOurs();
        Path place = place(version, architectures);
        return Files.isDirectory(place) ? Optional.of(open(place)) : Optional.empty();
    }

    /** Of the bundles of that version that have been made, the one for most architectures. */
    public Optional<Bundle> widest(KubernetesVersion version) throws ArtifactException {
        requireOurs();
        Optional<Path> place;
        try (Stream<Path> places = Files.isDirectory(directory) ? Files.list(directory) : Stream.empty()) {
            place = places.filter(made -> made.getFileName().toString().startsWith(version + PART))
                    .max(Comparator.comparingInt(BundleCache::architectures).thenComparing(Path::getFileName));
        } catch (IOException e) {
            throw new ArtifactException(
                    "cannot look for bundles in " + directory,
                    String.valueOf(e.getMessage()),
                    "check the directory's rights",
                    e);
        }
        return place.isPresent() ? Optional.of(open(place.get())) : Optional.empty();
    }

    private static int architectures(Path place) {
        return place.getFileName().toString().split(PART, -1).length - 1;
    }

    /** The bundle: the one that has been made, or else what the maker makes now. */
    public Bundle obtain(
            KubernetesVersion version, SortedSet<Architecture> architectures, Maker maker, Progress progress)
            throws ArtifactException, InterruptedException {
        makePrivate();
        Optional<Bundle> made = find(version, architectures);
        if (made.isPresent()) {
            return made.get();
        }
        String name = name(version, architectures);
        Path unfinished = directory.resolve("." + name + ".unfinished");
        try {
            try (ProcessLock lock = lock(progress)) {
                lock.ensureHeld();
                Optional<Bundle> madeMeanwhile = find(version, architectures);
                if (madeMeanwhile.isPresent()) {
                    return madeMeanwhile.get();
                }
                DirectoryTree.delete(unfinished);
                Files.createDirectory(unfinished);
                maker.make(unfinished);
                Bundle.open(unfinished);
                Files.move(unfinished, place(version, architectures), StandardCopyOption.ATOMIC_MOVE);
            }
        } catch (IOException e) {
            throw new ArtifactException(
                    "cannot create a bundle in " + directory,
                    String.valueOf(e.getMessage()),
                    "check the directory's permissions and free space",
                    e);
        }
        return open(place(version, architectures));
    }

    /** Changes a bundle that is there, so that it is whole at any time. */
    @FunctionalInterface
    public interface Filler {
        void fill(Bundle bundle) throws ArtifactException, InterruptedException;
    }

    /**
     * Has a bundle filled up, while no other process makes or fills one.
     *
     * @param place its directory, in this cache or elsewhere
     * @return the bundle as it is then
     */
    public Bundle fill(Path place, Filler filler, Progress progress) throws ArtifactException, InterruptedException {
        makePrivate();
        try (ProcessLock lock = lock(progress)) {
            lock.ensureHeld();
            filler.fill(opened(place));
        } catch (IOException e) {
            throw new ArtifactException(
                    "cannot add to the bundle " + place,
                    String.valueOf(e.getMessage()),
                    "check the directory's permissions and free space",
                    e);
        }
        return opened(place);
    }

    private Bundle opened(Path place) throws ArtifactException {
        return place.startsWith(directory.toAbsolutePath()) ? open(place) : Bundle.open(place);
    }

    private ProcessLock lock(Progress progress) throws IOException, InterruptedException {
        return ProcessLock.take(
                directory.resolve(".lock"),
                () -> progress.note("another process is creating a bundle: waiting for it"));
    }

    /** The cache may have been open to others, and whoever owns a part of a bundle decides what hosts run. */
    private static Bundle open(Path place) throws ArtifactException {
        try (Stream<Path> parts = Files.walk(place)) {
            for (Path part : parts.toList()) {
                PrivateDirectory.requireOurs(part);
            }
        } catch (IOException | UncheckedIOException e) {
            throw new ArtifactException(
                    "the bundle " + place + " is not used",
                    String.valueOf(e.getMessage()),
                    "remove the directory; the next command recreates the bundle",
                    e);
        }
        return Bundle.open(place);
    }

    /** Closes directories that are there, and makes none. */
    private void requireOurs() throws ArtifactException {
        if (Files.exists(root, LinkOption.NOFOLLOW_LINKS) && Files.exists(directory, LinkOption.NOFOLLOW_LINKS)) {
            makePrivate();
        }
    }

    /** A directory of an earlier version of this program may have been made with another umask. */
    private void makePrivate() throws ArtifactException {
        try {
            PrivateDirectory.make(root);
            PrivateDirectory.make(directory);
        } catch (IOException e) {
            throw new ArtifactException(
                    "cannot make " + directory + " private to you",
                    String.valueOf(e.getMessage()),
                    "check its owner with ls -ld, or set XDG_CACHE_HOME to a directory of your own",
                    e);
        }
    }

    private static String name(KubernetesVersion version, SortedSet<Architecture> architectures) {
        return version + PART + architectures.stream().map(Architecture::goName).collect(Collectors.joining(PART));
    }
}
