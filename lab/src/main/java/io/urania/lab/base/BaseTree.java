package io.urania.lab.base;

import io.urania.lab.platform.Platform;
import io.urania.lab.report.RackException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The operating system trees that hosts of a rack share as their lower layers, one for each platform: an image with the packages that
 * nodes need. Container runtime, balancer and all that makes a cluster come with {@code apply}. Trees are kept in the
 * user's cache and shared by racks.
 */
public final class BaseTree {
    private static final String WHAT = "the operating system tree for the hosts";

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

    /** Where the tree of a platform is, or will be. */
    public Path path(Platform platform, AptConfiguration apt) throws IOException {
        BaseRecipe debian = BaseRecipe.of(platform, apt);
        return cache.resolve(
                switch (platform.distribution()) {
                    case DEBIAN_11, DEBIAN_12, DEBIAN_13 -> debian.name();
                    case ARCH -> new ArchRecipe(debian).name();
                });
    }

    /**
     * The tree of a platform, made if it is not there: a minute or two, and three times that where this machine's processor is of another
     * architecture, which the kernel must be able to run by then.
     *
     * @param apt where packages come from
     */
    public Path ensure(Platform platform, AptConfiguration apt)
            throws RackException, IOException, InterruptedException {
        BaseRecipe debian = BaseRecipe.of(platform, apt);
        return switch (platform.distribution()) {
            case DEBIAN_11, DEBIAN_12, DEBIAN_13 -> ensure(debian);
            case ARCH -> ensure(new ArchRecipe(debian));
        };
    }

    private Path ensure(BaseRecipe recipe) throws RackException, IOException, InterruptedException {
        Path tree = cache.resolve(recipe.name());
        if (Files.isDirectory(tree)) {
            return tree;
        }
        Files.createDirectories(cache);
        List<String> command = BaseRecipe.BUILD.command(
                tree.toString(),
                recipe.release(),
                recipe.mirror(),
                recipe.architecture(),
                String.join(",", BaseRecipe.packages()));
        return new TreeBuild(WHAT, tree, command, recipe.sourcesList(), recipe.mirror()).run();
    }

    private Path ensure(ArchRecipe recipe) throws RackException, IOException, InterruptedException {
        Path tree = cache.resolve(recipe.name());
        if (Files.isDirectory(tree)) {
            return tree;
        }
        Path debian = ensure(recipe.debian());
        List<String> command = new ArrayList<>(List.of("unshare", "--mount", "--"));
        command.addAll(ArchRecipe.BUILD.command(tree.toString(), debian.toString(), recipe.id(), recipe.title()));
        return new TreeBuild(WHAT, tree, command, ArchRecipe.REPOSITORY.text(), debian.toString()).run();
    }
}
