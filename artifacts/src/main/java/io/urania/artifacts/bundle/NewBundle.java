package io.urania.artifacts.bundle;

import io.urania.artifacts.Architecture;
import io.urania.artifacts.ArtifactException;
import io.urania.artifacts.bundle.BundleCache.Maker;
import io.urania.artifacts.files.DirectoryTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;

/**
 * A bundle in a directory of a person's choice. What a maker that failed has made is removed; one that was killed leaves a mark by which the
 * next one knows that the rest is nobody else's.
 *
 * @param directory need not exist
 */
public record NewBundle(Path directory) {

    private static final String MARK = ".unfinished-urania-bundle";

    /** Whether there is anything in the directory but what an unfinished bundle has left. */
    public boolean isTaken() throws IOException {
        if (!Files.exists(directory)) {
            return false;
        }
        try (Stream<Path> content = Files.list(directory)) {
            return content.findAny().isPresent() && !Files.exists(directory.resolve(MARK));
        }
    }

    /** Makes the bundle, which is then whole. */
    public void make(Maker maker) throws ArtifactException, IOException, InterruptedException {
        boolean isNew = !Files.exists(directory);
        Files.createDirectories(directory, PosixFilePermissions.asFileAttribute(BundleRights.OF_DIRECTORIES));
        clear();
        Files.writeString(directory.resolve(MARK), "");
        boolean whole = false;
        try {
            maker.make(directory);
            whole = true;
        } finally {
            if (!whole) {
                clear();
            }
            Files.delete(directory.resolve(MARK));
            if (!whole && isNew) {
                Files.delete(directory);
            }
        }
    }

    /** Only what bundles are made of: somebody may have put something beside it since. */
    private void clear() throws IOException {
        Files.deleteIfExists(directory.resolve(BundleManifest.FILE_NAME));
        for (Architecture architecture : Architecture.values()) {
            DirectoryTree.delete(directory.resolve(architecture.toString()));
        }
    }
}
