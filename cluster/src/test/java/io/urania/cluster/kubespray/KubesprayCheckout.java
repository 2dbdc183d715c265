package io.urania.cluster.kubespray;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Kubespray's own files, of the directory that {@code -Durania.kubespray} names: its git repository, or one unpacked release. */
public interface KubesprayCheckout {
    /** What a test says that is skipped because there are none. */
    String ABSENT =
            "Kubespray's files are not here: name its git directory or an unpacked tree with -Durania.kubespray=DIR";

    /** The releases that are there, oldest first; an unpacked tree counts as development. */
    Collection<Release> releases();

    /** The text of the files whose path is wanted, by path. */
    Map<String, String> files(Release release, Predicate<String> wanted);

    /** The files of the directory named, if one is. */
    static Optional<KubesprayCheckout> given() {
        String directory = System.getProperty("urania.kubespray", "");
        if (directory.isEmpty()) {
            return Optional.empty();
        }
        Path path = Path.of(directory);
        try {
            boolean bare = Files.exists(path.resolve("HEAD")) && Files.isDirectory(path.resolve("refs"));
            Path git = bare ? path : path.resolve(".git");
            return Optional.of(Files.isDirectory(git) ? new GitCheckout(git) : new UnpackedTree(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
