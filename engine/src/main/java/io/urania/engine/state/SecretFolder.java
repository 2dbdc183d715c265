package io.urania.engine.state;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * A directory of secrets on this machine. Nobody but its owner is to read or write what is in it; no link in it is followed.
 *
 * @param path need not exist
 */
public record SecretFolder(Path path) {

    /** Secrets are that deep: {@code credentials/etcd/ca.key}. */
    private static final int DEPTH = 4;

    private static final Set<PosixFilePermission> OF_OTHERS =
            EnumSet.copyOf(PosixFilePermissions.fromString("---rwxrwx"));

    /** The folder and what is in it that others may read or write; empty if nobody else may enter the folder. */
    public List<Path> open() throws IOException {
        List<Path> found = new ArrayList<>();
        if (!Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS) || !isOpen(path)) {
            return found;
        }
        Files.walkFileTree(path, EnumSet.noneOf(FileVisitOption.class), DEPTH, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
                return visitFile(folder, attributes);
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (!attributes.isSymbolicLink() && isOpen(file)) {
                    found.add(file);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException unreadable) {
                return FileVisitResult.CONTINUE; // not even we may read it
            }
        });
        return found;
    }

    /** Takes the rights of others away from the folder and what is in it. */
    public void close() throws IOException {
        for (Path file : open()) {
            Set<PosixFilePermission> rights =
                    EnumSet.copyOf(Files.getPosixFilePermissions(file, LinkOption.NOFOLLOW_LINKS));
            rights.removeAll(OF_OTHERS);
            Files.setPosixFilePermissions(file, rights);
        }
    }

    private static boolean isOpen(Path file) throws IOException {
        return Files.getPosixFilePermissions(file, LinkOption.NOFOLLOW_LINKS).stream()
                .anyMatch(OF_OTHERS::contains);
    }
}
