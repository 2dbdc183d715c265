package io.urania.artifacts.source;

import io.urania.artifacts.Architecture;
import io.urania.artifacts.ArtifactException;
import io.urania.artifacts.Progress;
import io.urania.artifacts.build.GoBuild;
import io.urania.artifacts.component.ImageRecipe;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;

/** Programs built from Go modules, and images made of them and of Debian packages. */
public final class BuiltSource implements ArtifactSource {
    private final GoBuild builds;
    private final ImageRecipes recipes;
    private final Progress progress;
    private final Map<String, SortedMap<String, Path>> built = new HashMap<>();

    /** Builds programs and, with the recipes, images of them. */
    public BuiltSource(GoBuild builds, ImageRecipes recipes, Progress progress) {
        this.builds = builds;
        this.recipes = recipes;
        this.progress = progress;
    }

    @Override
    public String description() {
        return "Go modules and Debian packages";
    }

    @Override
    public Answer fetch(Artifact artifact, Path destination) throws ArtifactException, InterruptedException {
        try {
            return switch (artifact) {
                case Artifact.ProgramFile file -> fetchFile(file, destination);
                case Artifact.Image image -> fetchImage(image, destination);
            };
        } catch (IOException e) {
            throw new ArtifactException(
                    "cannot create " + artifact + " at " + destination,
                    String.valueOf(e.getMessage()),
                    "check the directory's permissions and free space",
                    e);
        }
    }

    private Answer fetchFile(Artifact.ProgramFile file, Path destination)
            throws ArtifactException, IOException, InterruptedException {
        if (!builds.has(file.project(), file.version())) {
            return notPinned(file.project(), file.version());
        }
        Path program = program(file.project(), file.version(), file.program(), file.architecture());
        Files.copy(program, destination, StandardCopyOption.REPLACE_EXISTING);
        return new Answer.Fetched("built from Go modules, " + file.project() + " " + file.version());
    }

    private Answer fetchImage(Artifact.Image image, Path destination)
            throws ArtifactException, IOException, InterruptedException {
        ImageRecipe recipe = image.image().recipe();
        if (!builds.has(recipe.project(), recipe.version())) {
            return notPinned(recipe.project(), recipe.version());
        }
        Path program = program(recipe.project(), recipe.version(), recipe.program(), image.architecture());
        String base = recipe.needsNetworkTools()
                ? recipes.write(image, program, wrapper(image.architecture()), destination)
                : recipes.write(image, program, destination);
        return new Answer.Fetched("built from Go modules, " + recipe.project() + " " + recipe.version() + base);
    }

    /** What images that change packet filters have besides their own program. */
    private Path wrapper(Architecture architecture) throws ArtifactException, InterruptedException {
        return program("urania", "v1", "iptables-wrapper", architecture);
    }

    private Path program(String project, String version, String program, Architecture architecture)
            throws ArtifactException, InterruptedException {
        String key = project + " " + version + " " + architecture;
        SortedMap<String, Path> programs = built.get(key);
        if (programs == null) {
            progress.note("building " + project + " " + version + " for " + architecture + "; the log is "
                    + builds.log(project, version, architecture));
            programs = builds.build(project, version, architecture);
            built.put(key, programs);
        }
        Path path = programs.get(program);
        if (path == null) {
            throw new IllegalStateException(project + " builds no " + program);
        }
        return path;
    }

    private static Answer notPinned(String project, String version) {
        return new Answer.Unavailable("the Go sources of " + project + " " + version + " are not pinned");
    }
}
