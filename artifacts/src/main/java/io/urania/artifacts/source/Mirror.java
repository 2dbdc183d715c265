package io.urania.artifacts.source;

import io.urania.artifacts.ArtifactException;
import io.urania.artifacts.bundle.BundleManifest;
import java.net.URI;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/**
 * A bundle elsewhere to take things from, and how it is known to be the one that is meant: whoever is on the way to a web server without TLS
 * can answer in its place, and then the manifest, which says what is right, is theirs too.
 *
 * @param base the directory with the manifest, with https, http or file
 * @param manifestSha256 the SHA-256 of the manifest: 64 hexadecimal digits; always there with http
 */
public record Mirror(URI base, Optional<String> manifestSha256) {

    public Mirror {
        base = base.toString().endsWith("/") ? base : URI.create(base + "/");
    }

    /**
     * As a person writes it.
     *
     * @param address an address, or the path of a directory
     * @param manifestSha256 as {@code sha256sum} prints it
     * @throws ArtifactException if nobody could know what comes from there
     */
    public static Mirror parse(String address, Optional<String> manifestSha256) throws ArtifactException {
        Optional<String> sum = manifestSha256.map(text -> text.strip().toLowerCase(Locale.ROOT));
        if (sum.isPresent() && !sum.get().matches(BundleManifest.SUM)) {
            throw new ArtifactException(
                    "the SHA-256 of the mirror's manifest is not 64 hexadecimal digits",
                    "it is " + manifestSha256.get(),
                    "on the mirror: sha256sum " + BundleManifest.FILE_NAME);
        }
        // A directory may be written without file:.
        URI base = address.matches("[A-Za-z][A-Za-z0-9+.-]*:.*")
                ? uri(address)
                : Path.of(address).toAbsolutePath().toUri();
        switch (String.valueOf(base.getScheme()).toLowerCase(Locale.ROOT)) {
            case "file" -> {
                if (base.getPath() == null || base.getAuthority() != null) {
                    throw noMirror(address);
                }
            }
            case "https" -> {
                if (base.getHost() == null) {
                    throw noMirror(address);
                }
            }
            case "http" -> {
                if (base.getHost() == null) {
                    throw noMirror(address);
                }
                if (sum.isEmpty()) {
                    throw new ArtifactException(
                            "the mirror " + address + " is not used without a checksum",
                            "without TLS, anybody on the network path can impersonate the mirror",
                            "use https, or specify the checksum of its manifest: --mirror-sha256 SUM, as"
                                    + " sha256sum " + BundleManifest.FILE_NAME + " prints it on the mirror itself");
                }
            }
            default -> throw noMirror(address);
        }
        return new Mirror(base, sum);
    }

    private static URI uri(String address) throws ArtifactException {
        try {
            return URI.create(address);
        } catch (IllegalArgumentException e) {
            ArtifactException refused = noMirror(address);
            refused.initCause(e);
            throw refused;
        }
    }

    private static ArtifactException noMirror(String address) {
        return new ArtifactException(
                address + " is not a mirror",
                "a mirror is a directory, or a URL with https or http",
                "use one such as https://mirror.example.com/v1.36.3-arm64");
    }

    @Override
    public String toString() {
        return base.toString();
    }
}
