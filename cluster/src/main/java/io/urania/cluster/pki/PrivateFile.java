package io.urania.cluster.pki;

import io.urania.inventory.file.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import java.util.Set;

/** Files of this machine that only their owner may read, in directories that only their owner may enter. */
final class PrivateFile {

    private static final FileAttribute<Set<PosixFilePermission>> DIRECTORY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    private PrivateFile() {}

    /** Replaces a file in one piece; its directory is made with mode 0700 if need be. */
    static void write(Path file, String text) throws IOException {
        Files.createDirectories(Objects.requireNonNull(file.getParent(), file.toString()), DIRECTORY);
        WholeFile.write(file, text);
    }
}
