package io.urania.artifacts.bundle;

import io.urania.artifacts.Architecture;
import io.urania.artifacts.ArtifactException;
import io.urania.artifacts.KubernetesVersion;
import io.urania.artifacts.files.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An opened bundle: a directory with every file and image that one Kubernetes version needs on some architectures. What
 * it hands out is there and has the size the manifest says; {@link #verify} reads every byte.
 */
public final class Bundle {
    private final Path directory;
    private final BundleManifest manifest;
    private final List<BundleFile> files;
    private final List<BundleImage> images;

    private Bundle(Path directory, BundleManifest manifest) {
        this.directory = directory;
        this.manifest = manifest;
        this.files = manifest.files().stream().map(this::file).toList();
        this.images = manifest.images().stream().map(this::image).toList();
    }

    /** Opens the bundle in that directory: its manifest must be readable, and everything in it there in its size. */
    public static Bundle open(Path directory) throws ArtifactException {
        Path manifestFile = directory.resolve(BundleManifest.FILE_NAME);
        Bundle bundle;
        try {
            bundle = new Bundle(
                    directory.toAbsolutePath(),
                    BundleManifest.parse(Files.readString(manifestFile), manifestFile.toString()));
        } catch (NoSuchFileException e) {
            throw new ArtifactException(
                    directory + " is no bundle",
                    "it has no " + BundleManifest.FILE_NAME,
                    "make one with urania bundle create",
                    e);
        } catch (IOException e) {
            throw new ArtifactException(
                    "cannot read " + manifestFile, String.valueOf(e.getMessage()), "check the file's rights", e);
        }
        bundle.check(Bundle::differenceInSize);
        return bundle;
    }

    /** The directory of the bundle. */
    public Path directory() {
        return directory;
    }

    public KubernetesVersion kubernetes() {
        return manifest.kubernetes();
    }

    public SortedSet<Architecture> architectures() {
        return manifest.architectures();
    }

    /** All files for an architecture, by name. */
    public List<BundleFile> files(Architecture architecture) {
        return files.stream()
                .filter(file -> file.architecture() == architecture)
                .toList();
    }

    /** All images for an architecture, by name. */
    public List<BundleImage> images(Architecture architecture) {
        return images.stream()
                .filter(image -> image.architecture() == architecture)
                .toList();
    }

    /** The file of that name, such as {@code kubelet} or {@code cni/bridge}. */
    public BundleFile file(String name, Architecture architecture) throws ArtifactException {
        return find(files, name, architecture, "file");
    }

    /** The image of that name, such as {@code kube-apiserver}. */
    public BundleImage image(String name, Architecture architecture) throws ArtifactException {
        return find(images, name, architecture, "image");
    }

    /** Reads every file and image and compares its sum with the manifest's; all that differ are named at once. */
    public void verify() throws ArtifactException {
        check(Bundle::differenceInContent);
    }

    private <I extends BundleItem> I find(List<I> items, String name, Architecture architecture, String kind)
            throws ArtifactException {
        Predicate<I> wanted = item -> item.name().equals(name) && item.architecture() == architecture;
        return items.stream()
                .filter(wanted)
                .findFirst()
                .orElseThrow(() -> new ArtifactException(
                        "the bundle " + directory + " has no " + kind + " " + name + " for " + architecture,
                        "it was made for Kubernetes " + kubernetes() + " on " + architectures(),
                        "make one with urania bundle create --kubernetes " + kubernetes() + " --arch " + architecture));
    }

    private interface Comparison {
        /** What is wrong with the item, or null. */
        @Nullable
        String difference(BundleItem item) throws IOException;
    }

    private static @Nullable String differenceInSize(BundleItem item) throws IOException {
        long size = Files.size(item.path());
        return size == item.size() ? null : "has " + size + " bytes instead of " + item.size();
    }

    private static @Nullable String differenceInContent(BundleItem item) throws IOException {
        String sum = Sha256.of(item.path());
        return sum.equals(item.sha256()) ? null : "has sha256 " + sum + " instead of " + item.sha256();
    }

    private void check(Comparison comparison) throws ArtifactException {
        List<String> differences = new ArrayList<>();
        for (BundleItem item : Stream.concat(files.stream(), images.stream()).toList()) {
            try {
                String difference = comparison.difference(item);
                if (difference != null) {
                    differences.add(directory.relativize(item.path()) + " " + difference);
                }
            } catch (NoSuchFileException e) {
                differences.add(directory.relativize(item.path()) + " is missing");
            } catch (IOException e) {
                differences.add(directory.relativize(item.path()) + " cannot be read: " + e.getMessage());
            }
        }
        if (!differences.isEmpty()) {
            throw new ArtifactException(
                    "the bundle " + directory + " is damaged",
                    String.join(", ", differences),
                    "remove the directory and make the bundle again with urania bundle create");
        }
    }

    private BundleFile file(BundleManifest.Item item) {
        return new BundleFile(
                item.name(),
                item.architecture(),
                directory.resolve(item.path()),
                item.sha256(),
                item.size(),
                item.version(),
                item.source());
    }

    private BundleImage image(BundleManifest.Item item) {
        String reference = item.reference();
        return new BundleImage(
                item.name(),
                reference == null ? item.name() : reference,
                item.architecture(),
                directory.resolve(item.path()),
                item.sha256(),
                item.size(),
                item.version(),
                item.source());
    }
}
