package io.urania.artifacts.bundle;

import io.urania.artifacts.Architecture;
import io.urania.artifacts.KubernetesVersion;
import io.urania.artifacts.files.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Fills a bundle's directory. Its manifest is written last, so that a directory without one is no bundle yet. */
public final class BundleWriter {
    static final Comparator<BundleManifest.Item> ORDER =
            Comparator.comparing(BundleManifest.Item::architecture).thenComparing(BundleManifest.Item::name);

    private final Path directory;
    private final List<BundleManifest.Item> files = new ArrayList<>();
    private final List<BundleManifest.Item> images = new ArrayList<>();

    /**
     * Writes into a directory.
     *
     * @param directory an existing, empty directory
     */
    public BundleWriter(Path directory) {
        this.directory = directory;
    }

    /** Where a file of that name has to be put before {@link #addFile}. */
    public Path filePath(String name, Architecture architecture) throws IOException {
        return place(filePlace(name, architecture));
    }

    /** Where an image's archive of that name has to be put before {@link #addImage}. */
    public Path imagePath(String name, Architecture architecture) throws IOException {
        return place(imagePlace(name, architecture));
    }

    /** Takes the file at {@link #filePath} into the manifest and makes it executable. */
    public void addFile(String name, Architecture architecture, String version, String source) throws IOException {
        String place = filePlace(name, architecture);
        Files.setPosixFilePermissions(directory.resolve(place), PosixFilePermissions.fromString("rwxr-xr-x"));
        files.add(item(name, architecture, null, place, version, source));
    }

    /** Takes the archive at {@link #imagePath} into the manifest. */
    public void addImage(String name, String reference, Architecture architecture, String version, String source)
            throws IOException {
        images.add(item(name, architecture, reference, imagePlace(name, architecture), version, source));
    }

    /**
     * Writes the manifest, and lets nobody else write; nothing can be added after this.
     *
     * @param components the names of those that all this is for
     */
    public void finish(
            KubernetesVersion kubernetes, SortedSet<Architecture> architectures, Collection<String> components)
            throws IOException {
        files.sort(ORDER);
        images.sort(ORDER);
        Files.writeString(
                directory.resolve(BundleManifest.FILE_NAME),
                new BundleManifest(kubernetes, architectures, new TreeSet<>(components), files, images).toJson());
        BundleRights.close(directory);
    }

    private BundleManifest.Item item(
            String name,
            Architecture architecture,
            @Nullable String reference,
            String place,
            String version,
            String source)
            throws IOException {
        Path path = directory.resolve(place);
        return new BundleManifest.Item(
                name, architecture, reference, place, Sha256.of(path), Files.size(path), version, source);
    }

    private static String filePlace(String name, Architecture architecture) {
        return architecture + "/files/" + name;
    }

    private static String imagePlace(String name, Architecture architecture) {
        return architecture + "/images/" + name + ".tar";
    }

    private Path place(String relative) throws IOException {
        Path path = directory.resolve(relative);
        Files.createDirectories(
                path.resolveSibling(".").normalize(),
                PosixFilePermissions.asFileAttribute(BundleRights.OF_DIRECTORIES));
        return path;
    }
}
