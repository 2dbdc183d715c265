package io.urania.artifacts.source;

import io.urania.artifacts.ArtifactException;
import io.urania.artifacts.bundle.BundleManifest;
import io.urania.artifacts.download.DownloadFailed;
import io.urania.artifacts.download.Downloader;
import io.urania.artifacts.files.Sha256;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A bundle that somebody has made before, in a directory of this machine or on a web server. Its manifest says which sums
 * its files have.
 */
public final class MirrorSource implements ArtifactSource {
    private final URI base;
    private final Downloader downloader;
    private @Nullable BundleManifest manifest;

    /**
     * Takes things from a bundle elsewhere.
     *
     * @param base the directory with the manifest, with http, https or file
     */
    public MirrorSource(URI base, Downloader downloader) {
        this.base = base.toString().endsWith("/") ? base : URI.create(base + "/");
        this.downloader = downloader;
    }

    @Override
    public String description() {
        return "the mirror " + base;
    }

    @Override
    public Answer fetch(Artifact artifact, Path destination) throws ArtifactException, InterruptedException {
        try {
            Optional<BundleManifest.Item> found = find(manifest(), artifact);
            if (found.isEmpty()) {
                return new Answer.Unavailable("its manifest does not name it");
            }
            BundleManifest.Item item = found.get();
            URI uri = base.resolve(item.path());
            downloader.toFile(uri, destination);
            String sum = Sha256.of(destination);
            if (!sum.equals(item.sha256())) {
                throw new ArtifactException(
                        uri + " is not the file that its manifest names",
                        "its sha256 is " + sum + " instead of " + item.sha256(),
                        "have the mirror verified with urania bundle verify, or name another one");
            }
            return new Answer.Fetched(uri + " (" + item.source() + ")");
        } catch (DownloadFailed e) {
            return new Answer.Unavailable(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new ArtifactException(
                    "cannot write " + artifact + " to " + destination,
                    String.valueOf(e.getMessage()),
                    "check the directory's rights and its free space",
                    e);
        }
    }

    private static Optional<BundleManifest.Item> find(BundleManifest manifest, Artifact artifact) {
        return switch (artifact) {
            case Artifact.ProgramFile file ->
                manifest.file(file.name(), file.architecture())
                        .filter(item -> item.version().equals(file.version()));
            case Artifact.Image image ->
                manifest.image(image.name(), image.architecture())
                        .filter(item -> image.reference().equals(item.reference()));
        };
    }

    private BundleManifest manifest() throws DownloadFailed, ArtifactException, IOException, InterruptedException {
        BundleManifest known = manifest;
        if (known == null) {
            URI uri = base.resolve(BundleManifest.FILE_NAME);
            known = BundleManifest.parse(new String(downloader.bytes(uri), StandardCharsets.UTF_8), uri.toString());
            manifest = known;
        }
        return known;
    }
}
