package io.urania.artifacts.upstream;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import io.urania.artifacts.Architecture;
import io.urania.artifacts.download.Downloader;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A registry's answer to the question for an image: either the manifest of one image, or a list of manifests, one for each
 * platform (OCI image specification, and Docker's forms of the same).
 */
record ImageIndex(
        @Nullable Descriptor config,
        @Nullable List<Descriptor> layers,
        @Nullable List<Descriptor> manifests) {
    /** What the registry may answer with. */
    static final String ACCEPTED = String.join(
            ", ",
            "application/vnd.oci.image.index.v1+json",
            "application/vnd.docker.distribution.manifest.list.v2+json",
            "application/vnd.oci.image.manifest.v1+json",
            "application/vnd.docker.distribution.manifest.v2+json");

    record Platform(
            @Nullable String os,
            @Nullable String architecture,
            @Nullable String variant) {}

    record Descriptor(
            @Nullable String digest, long size, @Nullable Platform platform) {
        /** The digest, which every descriptor has to have. */
        String requiredDigest() {
            String value = Objects.requireNonNull(digest, "a descriptor without a digest");
            if (!value.matches("sha256:[0-9a-f]{64}")) {
                throw new IllegalArgumentException("the digest " + value + " is not a sha256");
            }
            return value;
        }

        /** How many bytes it can have at most. */
        long limit() {
            return size > 0 ? Math.min(size, Downloader.LARGEST_FILE) : Downloader.LARGEST_FILE;
        }
    }

    static ImageIndex parse(byte[] json) {
        ImageIndex index = new Gson().fromJson(new String(json, StandardCharsets.UTF_8), ImageIndex.class);
        if (index == null) {
            throw new JsonParseException("it is empty");
        }
        return index;
    }

    /** The manifest for an architecture: the variant that Linux on it has, or one without a variant. */
    Optional<Descriptor> manifestFor(Architecture architecture) {
        return Objects.requireNonNullElse(manifests, List.<Descriptor>of()).stream()
                .filter(manifest -> manifest.platform != null
                        && "linux".equals(manifest.platform.os)
                        && architecture.goName().equals(manifest.platform.architecture))
                .filter(manifest -> rank(manifest, architecture) >= 0)
                .max(Comparator.comparingInt(manifest -> rank(manifest, architecture)));
    }

    private static int rank(Descriptor manifest, Architecture architecture) {
        String variant = manifest.platform == null ? null : manifest.platform.variant;
        if (variant == null || variant.isEmpty()) {
            return 0;
        }
        return variant.equals(architecture.variant()) ? 1 : -1;
    }
}
