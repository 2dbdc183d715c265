package io.urania.artifacts.bundle;

import io.urania.artifacts.Architecture;
import io.urania.artifacts.ArtifactException;
import io.urania.artifacts.KubernetesVersion;
import io.urania.artifacts.files.Sha256;
import io.urania.artifacts.files.Unreadable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An opened bundle: a directory with every file and image that one Kubernetes version needs on some architectures. What
 * it hands out is there and has the size the manifest says; {@link #verify} reads every byte.
 */
public final class Bundle {
    /** In bytes; beyond every manifest. */
    private static final long LARGEST_MANIFEST = 8 << 20;

    private final Path directory;
    private final Path realDirectory;
    private final BundleManifest manifest;
    private final String manifestSha256;
    private final List<BundleFile> files;
    private final List<BundleImage> images;

    private Bundle(Path directory, byte[] manifest) throws ArtifactException, IOException {
        this.directory = directory.toAbsolutePath();
        this.realDirectory = directory.toRealPath();
        this.manifest = BundleManifest.parse(
                new String(manifest, StandardCharsets.UTF_8),
                directory.resolve(BundleManifest.FILE_NAME).toString());
        this.manifestSha256 = Sha256.of(manifest);
        this.files = this.manifest.files().stream().map(this::file).toList();
        this.images = this.manifest.images().stream().map(this::image).toList();
    }

    /** Opens the bundle in that directory: its manifest must be readable, and everything in it there in its size. */
    public static Bundle open(Path directory) throws ArtifactException {
        Path manifestFile = directory.resolve(BundleManifest.FILE_NAME);
        Bundle bundle;
        try {
            bundle = new Bundle(directory, read(manifestFile));
        } catch (NoSuchFileException e) {
            throw new ArtifactException(
                    directory + " is not a bundle",
                    "it has no " + BundleManifest.FILE_NAME,
                    "create one with: urania bundle create",
                    e);
        } catch (IOException e) {
            throw new ArtifactException(
                    "cannot read " + manifestFile, Unreadable.why(e), "check the file's permissions", e);
        }
        bundle.check(bundle::differenceInSize);
        return bundle;
    }

    private static byte[] read(Path manifest) throws ArtifactException, IOException {
        BasicFileAttributes attributes =
                Files.readAttributes(manifest, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        if (!attributes.isRegularFile() || attributes.size() > LARGEST_MANIFEST) {
            throw new ArtifactException(
                    manifest + " is not a bundle manifest",
                    attributes.isRegularFile() ? "it has " + attributes.size() + " bytes" : "it is not a regular file",
                    "recreate the bundle with: urania bundle create");
        }
        return Files.readAllBytes(manifest);
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

    /** What it says of itself. */
    public BundleManifest manifest() {
        return manifest;
    }

    /** The SHA-256 of the manifest's file. */
    public String manifestSha256() {
        return manifestSha256;
    }

    /** Reads every file and image and compares its sum with the manifest's; all that differ are named at once. */
    public void verify() throws ArtifactException {
        check(this::differenceInContent);
    }

    /** What lies in the bundle's directory and is not in the manifest, relative to it; what an addition that was killed left is passed over. */
    public List<String> strays() throws IOException {
        Set<String> known = Stream.concat(manifest.files().stream(), manifest.images().stream())
                .map(BundleManifest.Item::path)
                .collect(Collectors.toCollection(HashSet::new));
        known.add(BundleManifest.FILE_NAME);
        try (Stream<Path> paths = Files.walk(realDirectory)) {
            return paths.filter(path -> !Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS))
                    .map(path -> realDirectory.relativize(path).toString())
                    .filter(path -> !known.contains(path) && !path.startsWith(BundleAddition.WAITING + "/"))
                    .sorted()
                    .toList();
        }
    }

    private <I extends BundleItem> I find(List<I> items, String name, Architecture architecture, String kind)
            throws ArtifactException {
        Predicate<I> wanted = item -> item.name().equals(name) && item.architecture() == architecture;
        return items.stream()
                .filter(wanted)
                .findFirst()
                .orElseThrow(() -> new ArtifactException(
                        "the bundle " + directory + " has no " + kind + " " + name + " for " + architecture,
                        "it was made for Kubernetes " + kubernetes() + " on "
                                + architectures().stream()
                                        .map(Architecture::goName)
                                        .collect(Collectors.joining(", ")),
                        "create one with: urania bundle create --kubernetes " + kubernetes() + " --arch "
                                + architecture));
    }

    private interface Comparison {
        /** What is wrong with the item, or null. */
        @Nullable
        String difference(BundleItem item) throws IOException;
    }

    private @Nullable String differenceInSize(BundleItem item) throws IOException {
        BasicFileAttributes attributes =
                Files.readAttributes(item.path(), BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        if (!attributes.isRegularFile()) {
            return "is not a regular file";
        }
        // A link on the way to it leads elsewhere too.
        if (!item.path().toRealPath().equals(realDirectory.resolve(directory.relativize(item.path())))) {
            return "is outside the bundle: a directory in its path is a symbolic link";
        }
        return attributes.size() == item.size()
                ? null
                : "has " + attributes.size() + " bytes instead of " + item.size();
    }

    private @Nullable String differenceInContent(BundleItem item) throws IOException {
        String difference = differenceInSize(item);
        if (difference != null) {
            return difference;
        }
        String sum = Sha256.of(item.path());
        return sum.equals(item.sha256()) ? null : "has sha256 " + sum + " instead of " + item.sha256();
    }

    private void check(Comparison comparison) throws ArtifactException {
        Differences differences = new Differences();
        for (BundleItem item : Stream.concat(files.stream(), images.stream()).toList()) {
            try {
                String difference = comparison.difference(item);
                if (difference != null) {
                    differences.add(shown(item), difference);
                }
            } catch (NoSuchFileException e) {
                differences.add(shown(item), "is missing");
            } catch (IOException e) {
                differences.add(shown(item), "cannot be read: " + Unreadable.why(e));
            }
        }
        if (!differences.isEmpty()) {
            throw new ArtifactException(
                    "the bundle " + directory + " is damaged",
                    differences.text(),
                    "copy it again, or remove the directory and recreate the bundle with: urania bundle create");
        }
    }

    private String shown(BundleItem item) {
        return directory.relativize(item.path()).toString();
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
