package io.urania.artifacts.source;

import io.urania.artifacts.ArtifactException;
import io.urania.artifacts.bundle.BundleManifest;
import io.urania.artifacts.download.DownloadFailed;
import io.urania.artifacts.download.Downloader;
import io.urania.artifacts.files.Sha256;
import io.urania.artifacts.upstream.UpstreamFiles;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A bundle that somebody has made before, in a directory of this machine or on a web server. Its manifest says which sums
 * its files have; that it is the right manifest, TLS or its own sum says. Files that are told to be as their projects published them have the
 * sums that are known of these.
 */
public final class MirrorSource implements ArtifactSource {
    private final Mirror mirror;
    private final PublishedSums published;
    private final Downloader downloader;
    private @Nullable BundleManifest manifest;

    /** Takes things from a bundle elsewhere. */
    public MirrorSource(Mirror mirror, UpstreamFiles published, Downloader downloader) {
        this.mirror = mirror;
        this.published = new PublishedSums(published);
        this.downloader = downloader;
    }

    @Override
    public String description() {
        return "the mirror " + mirror;
    }

    @Override
    public Answer fetch(Artifact artifact, Path destination) throws ArtifactException, InterruptedException {
        try {
            Optional<BundleManifest.Item> found = BundleContents.find(manifest(), artifact);
            if (found.isEmpty()) {
                return new Answer.Unavailable("it is not in its manifest");
            }
            BundleManifest.Item item = found.get();
            URI uri = mirror.base().resolve(item.path());
            if (artifact instanceof Artifact.ProgramFile program) {
                Optional<String> forged = published.difference(program, item);
                if (forged.isPresent()) {
                    throw new ArtifactException(
                            "the mirror " + mirror + " has a modified " + program,
                            forged.get(),
                            "do not use this mirror, and report this to its operator");
                }
            }
            downloader.toFile(uri, destination, item.size());
            String sum = Sha256.of(destination);
            if (!sum.equals(item.sha256())) {
                throw new ArtifactException(
                        uri + " does not match its manifest",
                        "its sha256 is " + sum + " instead of " + item.sha256(),
                        "verify the mirror with urania bundle verify, or use another one");
            }
            return new Answer.Fetched(uri + " (" + item.source() + ")");
        } catch (DownloadFailed e) {
            return new Answer.Unavailable(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new ArtifactException(
                    "cannot write " + artifact + " to " + destination,
                    String.valueOf(e.getMessage()),
                    "check the directory's permissions and free space",
                    e);
        }
    }

    private BundleManifest manifest() throws DownloadFailed, ArtifactException, IOException, InterruptedException {
        BundleManifest known = manifest;
        if (known == null) {
            URI uri = mirror.base().resolve(BundleManifest.FILE_NAME);
            byte[] bytes = downloader.bytes(uri);
            String sum = Sha256.of(bytes);
            if (!mirror.manifestSha256().orElse(sum).equals(sum)) {
                throw new ArtifactException(
                        uri + " is not the expected manifest",
                        "its sha256 is " + sum + " instead of "
                                + mirror.manifestSha256().get(),
                        "it belongs to another bundle, or something on the network path impersonates the mirror: ask"
                                + " the mirror's operator for its checksum");
            }
            known = BundleManifest.parse(new String(bytes, StandardCharsets.UTF_8), uri.toString());
            manifest = known;
        }
        return known;
    }
}
