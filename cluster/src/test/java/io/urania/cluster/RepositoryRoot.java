package io.urania.cluster;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The root of the repository, found from the directory in which a module's tests run. */
public final class RepositoryRoot {
    private RepositoryRoot() {}

    public static Path resolve(String file) {
        return Stream.iterate(Path.of("").toAbsolutePath(), directory -> directory != null, Path::getParent)
                .filter(directory -> Files.exists(directory.resolve("mvnw")))
                .findFirst()
                .orElseThrow()
                .resolve(file);
    }
}
