package io.urania.artifacts.source;

import io.urania.artifacts.Progress;
import io.urania.artifacts.build.GoBuild;
import io.urania.artifacts.build.ProgramCatalog;
import io.urania.artifacts.debian.DebianPackages;
import io.urania.artifacts.download.Downloader;
import io.urania.artifacts.upstream.OciRegistry;
import io.urania.artifacts.upstream.UpstreamFiles;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The sources as Urania comes with them. */
public final class StandardSources {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private StandardSources() {}

    /** A bundle made elsewhere, in a directory or on a web server. */
    public static ArtifactSource mirror(Mirror mirror) {
        return new MirrorSource(mirror, UpstreamFiles.published(), new Downloader(PATIENCE));
    }

    /**
     * What the projects themselves publish.
     *
     * @param checksums sha256 sums that the user gives, by the address of the download
     */
    public static ArtifactSource upstream(Map<String, String> checksums) {
        Downloader downloader = new Downloader(PATIENCE);
        return new UpstreamSource(
                UpstreamFiles.withSums(checksums),
                new OciRegistry(downloader, host -> URI.create("https://" + host)),
                downloader);
    }

    /** Go modules and Debian packages, built without a word. */
    public static ArtifactSource built(Path directory) {
        return built(directory, Progress.silent());
    }

    /**
     * Go modules and Debian packages.
     *
     * @param directory where sources are unpacked and programs built: the user's cache directory for Urania
     * @param progress told which program is built, and where the log is
     */
    public static ArtifactSource built(Path directory, Progress progress) {
        Path images = directory.resolve("images");
        return new BuiltSource(
                new GoBuild(ProgramCatalog.standard(), directory.resolve("build")),
                new ImageRecipes(
                        new NetworkToolsLayer(new DebianPackages(directory.resolve("debian"), progress), images),
                        images),
                progress);
    }

    /**
     * All of them in the usual order: the mirror where there is one, upstream, then Go modules and Debian packages.
     *
     * @param mirror a bundle elsewhere
     * @param checksums sha256 sums that the user gives, by the address of the download
     * @param directory the user's cache directory for Urania
     */
    public static List<ArtifactSource> inOrder(
            Optional<Mirror> mirror, Map<String, String> checksums, Path directory, Progress progress) {
        List<ArtifactSource> sources = new ArrayList<>();
        mirror.ifPresent(elsewhere -> sources.add(mirror(elsewhere)));
        sources.add(upstream(checksums));
        sources.add(built(directory, progress));
        return List.copyOf(sources);
    }
}
