package io.urania.artifacts.source;

import io.urania.artifacts.ArtifactException;
import io.urania.artifacts.download.DownloadFailed;
import io.urania.artifacts.download.Downloader;
import io.urania.artifacts.files.Sha256;
import io.urania.artifacts.upstream.ImageReference;
import io.urania.artifacts.upstream.OciRegistry;
import io.urania.artifacts.upstream.UpstreamFile;
import io.urania.artifacts.upstream.UpstreamFiles;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/** What the projects themselves publish. Files need a known checksum; images are checked by their digests. */
public final class UpstreamSource implements ArtifactSource {
    private final UpstreamFiles files;
    private final OciRegistry registry;
    private final Downloader downloader;

    /** Takes files from their projects' sites and images from their registries. */
    public UpstreamSource(UpstreamFiles files, OciRegistry registry, Downloader downloader) {
        this.files = files;
        this.registry = registry;
        this.downloader = downloader;
    }

    @Override
    public String description() {
        return "upstream";
    }

    @Override
    public Answer fetch(Artifact artifact, Path destination) throws ArtifactException, InterruptedException {
        try {
            return switch (artifact) {
                case Artifact.ProgramFile file -> fetchFile(file, destination);
                case Artifact.Image image -> fetchImage(image, destination);
            };
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

    private Answer fetchImage(Artifact.Image image, Path destination)
            throws DownloadFailed, ArtifactException, IOException, InterruptedException {
        if (!image.image().isInRegistry()) {
            return new Answer.Unavailable("it is Urania's own image and not in a registry");
        }
        String digest = registry.pull(ImageReference.parse(image.reference()), image.architecture(), destination);
        return new Answer.Fetched(image.reference() + "@" + digest);
    }

    private Answer fetchFile(Artifact.ProgramFile program, Path destination)
            throws DownloadFailed, ArtifactException, IOException, InterruptedException {
        Optional<UpstreamFile> published = program.publication()
                .map(place -> files.find(
                        place, program.project(), program.program(), program.version(), program.architecture()));
        if (published.isEmpty()) {
            return new Answer.Unavailable("its project publishes no such file");
        }
        UpstreamFile file = published.get();
        if (file.sha256().isEmpty()) {
            return new Answer.Unavailable(
                    "no checksum of " + file.uri() + " is known, and nothing is downloaded unverified");
        }
        Path download = destination.resolveSibling(destination.getFileName() + ".part");
        try {
            downloader.toFile(file.uri(), download);
            String sum = Sha256.of(download);
            if (!sum.equals(file.sha256().get())) {
                throw new ArtifactException(
                        file.uri() + " is not the expected file",
                        "its sha256 is " + sum + " instead of " + file.sha256().get(),
                        "check whether a proxy responds instead of the site; do not use this file");
            }
            if (file.member().isPresent()) {
                extract(file, file.member().get(), download, destination);
            } else {
                Files.move(download, destination, StandardCopyOption.REPLACE_EXISTING);
            }
            return new Answer.Fetched(file.uri().toString());
        } finally {
            Files.deleteIfExists(download);
        }
    }

    private static void extract(UpstreamFile file, String member, Path archive, Path destination)
            throws ArtifactException, IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(archive));
                TarArchiveInputStream tar = new TarArchiveInputStream(new GZIPInputStream(in))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                String name = entry.getName().startsWith("./") ? entry.getName().substring(2) : entry.getName();
                if (name.equals(member) && entry.isFile()) {
                    Files.copy(tar, destination, StandardCopyOption.REPLACE_EXISTING);
                    return;
                }
            }
        }
        throw new ArtifactException(
                file.uri() + " has no " + member,
                "the layout of the archive is unknown to Urania",
                "use a mirror that has the program");
    }
}
