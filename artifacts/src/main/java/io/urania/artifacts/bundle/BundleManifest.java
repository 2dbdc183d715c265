package io.urania.artifacts.bundle;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParseException;
import io.urania.artifacts.Architecture;
import io.urania.artifacts.ArtifactException;
import io.urania.artifacts.KubernetesVersion;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a bundle's {@code manifest.json} says: every file and image with its size and sum. Paths in it are relative to the
 * bundle, with slashes.
 *
 * @param components the names of those that the bundle was made for
 */
public record BundleManifest(
        KubernetesVersion kubernetes,
        SortedSet<Architecture> architectures,
        SortedSet<String> components,
        List<Item> files,
        List<Item> images) {
    /** The name of the manifest in a bundle's directory. */
    public static final String FILE_NAME = "manifest.json";

    /** A SHA-256 as manifests write it, as a regular expression. */
    public static final String SUM = "[0-9a-f]{64}";

    /** As bundles have them, and nothing that another machine, a web server or a terminal could take for something else. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._-]*");

    /** What bundles had when their manifests did not say for what they were made. */
    private static final SortedSet<String> COMPONENTS_OF_OLD = Collections.unmodifiableSortedSet(new TreeSet<>(List.of(
            "cni-plugins",
            "containerd",
            "coredns",
            "crictl",
            "etcd",
            "flannel",
            "kubernetes",
            "metrics-server",
            "pause",
            "urania-probe")));

    /** Where something comes from, in words or as an address. */
    private static final Pattern SOURCE = Pattern.compile("[\\x20-\\x7e]{1,4096}");

    private static final int LONGEST_PATH = 1024;

    private static final Pattern PLACE = Pattern.compile("at line \\d+ column \\d+");

    private static final int FORMAT = 1;
    private static final Gson GSON =
            new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

    /** One file or image; {@code reference} is an image's name for pods, and null for a file. */
    public record Item(
            String name,
            Architecture architecture,
            @Nullable String reference,
            String path,
            String sha256,
            long size,
            String version,
            String source) {}

    private record Json(
            int format,
            @Nullable String kubernetes,
            @Nullable List<String> architectures,
            @Nullable List<String> components,
            @Nullable List<JsonItem> files,
            @Nullable List<JsonItem> images) {}

    private record JsonItem(
            @Nullable String name,
            @Nullable String architecture,
            @Nullable String reference,
            @Nullable String path,
            @Nullable String sha256,
            long size,
            @Nullable String version,
            @Nullable String source) {}

    public BundleManifest {
        architectures = new TreeSet<>(architectures);
        components = new TreeSet<>(components);
        files = List.copyOf(files);
        images = List.copyOf(images);
    }

    /** The entry of that file. */
    public Optional<Item> file(String name, Architecture architecture) {
        return find(files, name, architecture);
    }

    /** The entry of that image. */
    public Optional<Item> image(String name, Architecture architecture) {
        return find(images, name, architecture);
    }

    private static Optional<Item> find(List<Item> items, String name, Architecture architecture) {
        return items.stream()
                .filter(item -> item.name().equals(name) && item.architecture() == architecture)
                .findFirst();
    }

    /** The manifest as JSON, the same bytes for the same content. */
    public String toJson() {
        return GSON.toJson(new Json(
                        FORMAT,
                        kubernetes.toString(),
                        architectures.stream().map(Architecture::goName).toList(),
                        List.copyOf(components),
                        files.stream().map(BundleManifest::toJson).toList(),
                        images.stream().map(BundleManifest::toJson).toList()))
                + "\n";
    }

    /**
     * Reads a manifest.
     *
     * @param where the file or address it was read from, for messages
     */
    public static BundleManifest parse(String json, String where) throws ArtifactException {
        try {
            Json read = Objects.requireNonNull(GSON.fromJson(json, Json.class), "it is empty");
            if (read.format != FORMAT) {
                throw broken(
                        where,
                        "its format is " + read.format + ", and this version of Urania supports format " + FORMAT,
                        null);
            }
            SortedSet<Architecture> architectures = new TreeSet<>();
            for (String name : Objects.requireNonNull(read.architectures, "architectures are missing")) {
                architectures.add(architecture(Objects.requireNonNull(name, "an architecture is missing")));
            }
            List<Item> files = items(Objects.requireNonNull(read.files, "files are missing"));
            List<Item> images = items(Objects.requireNonNull(read.images, "images are missing"));
            if (architectures.isEmpty() || (files.isEmpty() && images.isEmpty())) {
                throw new IllegalArgumentException("it lists nothing");
            }
            Set<String> paths = new HashSet<>();
            Stream.concat(files.stream(), images.stream()).forEach(item -> {
                if (!paths.add(item.path())) {
                    throw new IllegalArgumentException("it lists " + item.path() + " twice");
                }
            });
            return new BundleManifest(
                    kubernetes(Objects.requireNonNull(read.kubernetes, "kubernetes is missing")),
                    architectures,
                    components(read.components),
                    files,
                    images);
        } catch (JsonParseException e) {
            throw broken(where, "it is not a manifest in JSON" + place(e), e);
        } catch (NullPointerException | IllegalArgumentException e) {
            throw broken(where, String.valueOf(e.getMessage()), e);
        }
    }

    private static KubernetesVersion kubernetes(String text) {
        try {
            return KubernetesVersion.parse(text);
        } catch (ArtifactException e) {
            throw new IllegalArgumentException("its Kubernetes version is none", e);
        }
    }

    private static Architecture architecture(String text) {
        try {
            return Architecture.parse(text);
        } catch (ArtifactException e) {
            throw new IllegalArgumentException("it has an unknown architecture", e);
        }
    }

    private static SortedSet<String> components(@Nullable List<String> read) {
        if (read == null) {
            return COMPONENTS_OF_OLD;
        }
        for (String name : read) {
            if (!NAME.matcher(Objects.requireNonNull(name, "a component is missing"))
                    .matches()) {
                throw new IllegalArgumentException("it lists an invalid component name");
            }
        }
        return new TreeSet<>(read);
    }

    /** Gson's messages name its own classes, and the place at their end. */
    private static String place(JsonParseException e) {
        Matcher place = PLACE.matcher(String.valueOf(e.getMessage()));
        return place.find() ? ", " + place.group() : "";
    }

    private static List<Item> items(List<JsonItem> read) {
        List<Item> items = new ArrayList<>();
        for (JsonItem item : read) {
            String name = Objects.requireNonNull(
                    Objects.requireNonNull(item, "an entry is empty").name, "an entry has no name");
            String path = field(item.path, name, "path");
            String sha256 = field(item.sha256, name, "sha256");
            if (path.startsWith("/") || List.of(path.split("/", -1)).contains("..")) {
                throw new IllegalArgumentException("the path of " + name + " points outside the bundle: " + path);
            }
            if (!isPath(path)) {
                throw new IllegalArgumentException("the path of " + name + " is not a valid path: "
                        + (path.length() <= LONGEST_PATH ? path : "it has " + path.length() + " characters"));
            }
            if (!sha256.matches(SUM)) {
                throw new IllegalArgumentException("the sha256 of " + name + " is not 64 hexadecimal digits");
            }
            String version = field(item.version, name, "version");
            String source = field(item.source, name, "source");
            if (!NAME.matcher(version.replace('+', '-')).matches()
                    || !SOURCE.matcher(source).matches()) {
                throw new IllegalArgumentException("the version or the source of " + name + " is not a valid text");
            }
            if (item.size < 0) {
                throw new IllegalArgumentException("the size of " + name + " is " + item.size + " bytes");
            }
            items.add(new Item(
                    name,
                    architecture(field(item.architecture, name, "architecture")),
                    item.reference,
                    path,
                    sha256,
                    item.size,
                    version,
                    source));
        }
        return items;
    }

    /** Judged name by name: a pattern of all of them needs more of the stack the more there are. */
    private static boolean isPath(String path) {
        return path.length() <= LONGEST_PATH
                && Stream.of(path.split("/", -1))
                        .allMatch(name -> NAME.matcher(name).matches());
    }

    private static String field(@Nullable String value, String name, String field) {
        return Objects.requireNonNull(value, "the entry " + name + " has no " + field);
    }

    private static JsonItem toJson(Item item) {
        return new JsonItem(
                item.name,
                item.architecture.goName(),
                item.reference,
                item.path,
                item.sha256,
                item.size,
                item.version,
                item.source);
    }

    private static ArtifactException broken(String where, String why, @Nullable Exception cause) {
        ArtifactException exception = new ArtifactException(
                where + " is not a bundle manifest", why, "recreate the bundle with: urania bundle create");
        if (cause != null) {
            exception.initCause(cause);
        }
        return exception;
    }
}
