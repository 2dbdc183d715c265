package io.urania.artifacts.source;

import io.urania.artifacts.build.GoBuild;
import io.urania.artifacts.build.ProgramCatalog;
import io.urania.artifacts.debian.DebianPackages;
import java.nio.file.Path;

/** The sources as Urania comes with them. */
public final class StandardSources {
    private StandardSources() {}

    /**
     * Go modules and Debian packages.
     *
     * @param directory where sources are unpacked and programs built: the user's cache directory for Urania
     */
    public static ArtifactSource built(Path directory) {
        Path images = directory.resolve("images");
        return new BuiltSource(
                new GoBuild(ProgramCatalog.standard(), directory.resolve("build")),
                new ImageRecipes(
                        new NetworkToolsLayer(new DebianPackages(directory.resolve("debian")), images), images));
    }
}
