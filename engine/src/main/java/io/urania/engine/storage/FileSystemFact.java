package io.urania.engine.storage;

import java.util.Set;

/**
 * The file system that a path is on, or would be.
 *
 * @param mountPoint where it is mounted
 * @param type such as {@code ext4}
 * @param options of the mount: {@code ro}, {@code noexec}, …
 * @param bytes its size
 * @param availableBytes what may still be written, without what is kept for root (statvfs(3), f_bavail)
 * @param inodes how many files it can hold; 0 if it has no limit
 * @param freeInodes how many more it can hold
 */
public record FileSystemFact(
        String mountPoint,
        String type,
        Set<String> options,
        long bytes,
        long availableBytes,
        long inodes,
        long freeInodes) {

    public FileSystemFact {
        options = Set.copyOf(options);
        if (bytes < 0 || availableBytes < 0 || inodes < 0 || freeInodes < 0) {
            throw new IllegalArgumentException("no file system has a size of " + bytes + " bytes, " + availableBytes
                    + " of them free, and " + inodes + " inodes, " + freeInodes + " of them free");
        }
    }

    public boolean isReadOnly() {
        return options.contains("ro");
    }

    /** Whether programs on it cannot be run. */
    public boolean isWithoutExecution() {
        return options.contains("noexec");
    }
}
