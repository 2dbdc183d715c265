package io.urania.lab.base;

import io.urania.lab.report.RackException;
import io.urania.lab.system.Commands;
import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The operating system tree that all hosts of a rack share as their lower layer: an image with the packages that
 * nodes need. Container runtime, balancer and all that makes a cluster come with {@code apply}. Trees are kept in the
 * user's cache and shared by racks.
 */
public final class BaseTree {
    private static final int LINES_TOLD = 5;

    private final Path cache;

    /** @param cache the directory that holds the trees; made when needed */
    public BaseTree(Path cache) {
        this.cache = cache;
    }

    /** {@code ${XDG_CACHE_HOME:-~/.cache}/urania/rack}. */
    public static Path defaultCache() {
        String configured = System.getenv("XDG_CACHE_HOME");
        Path caches = configured == null || configured.isBlank()
                ? Path.of(System.getProperty("user.home"), ".cache")
                : Path.of(configured);
        return caches.resolve("urania").resolve("rack").toAbsolutePath();
    }

    /** Where the tree of this recipe is, or will be. */
    public Path path(BaseRecipe recipe) throws IOException {
        return cache.resolve(recipe.name());
    }

    /**
     * The tree of this recipe, made if it is not there: a minute or two. The work holds a lock as long as any process
     * of it lives, even when this program is killed; whoever comes second waits for it.
     */
    public Path ensure(BaseRecipe recipe) throws RackException, IOException, InterruptedException {
        Path tree = path(recipe);
        if (Files.isDirectory(tree)) {
            return tree;
        }
        Files.createDirectories(cache);
        Path log = cache.resolve(recipe.name() + ".log");
        List<String> command =
                new ArrayList<>(List.of("flock", cache.resolve(".lock").toString()));
        command.addAll(BaseRecipe.BUILD.command(
                tree.toString(),
                recipe.release(),
                recipe.mirror(),
                recipe.architecture(),
                String.join(",", BaseRecipe.packages())));
        Process build = Commands.builder(command)
                .redirectErrorStream(true)
                .redirectOutput(Redirect.appendTo(new File(log.toString())))
                .start();
        try (var input = build.getOutputStream()) {
            input.write(recipe.sourcesList().getBytes(StandardCharsets.UTF_8));
        }
        try {
            if (build.waitFor() != 0) {
                List<String> lines = Files.readAllLines(log, StandardCharsets.UTF_8);
                throw new RackException(
                        "the operating system tree for the hosts could not be created from " + recipe.mirror(),
                        "output of debootstrap: "
                                + String.join(
                                        " | ", lines.subList(Math.max(0, lines.size() - LINES_TOLD), lines.size())),
                        "see " + log + ", fix the problem and run the same command again");
            }
        } finally {
            build.destroy();
        }
        Files.deleteIfExists(log);
        return tree;
    }
}
