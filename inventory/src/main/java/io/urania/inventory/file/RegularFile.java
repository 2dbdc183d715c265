package io.urania.inventory.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Reads files that an inventory leads to: regular ones alone, of no more than some size. Devices, pipes and the kernel's own files may have
 * no end, wait for somebody, or do something when they are read.
 */
public final class RegularFile {
    /** What looks like regular files there is made by the kernel: proc(5), sysfs(5). */
    private static final List<Path> OF_THE_KERNEL = List.of(Path.of("/proc"), Path.of("/sys"), Path.of("/dev"));

    private RegularFile() {}

    /** Whether it is a file with an end, and no other thing; links are followed. */
    public static boolean is(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            return false;
        }
        Path real = file.toRealPath();
        return OF_THE_KERNEL.stream().noneMatch(real::startsWith);
    }

    /**
     * The bytes of a file, and one more than is allowed at the most: it may grow while it is read.
     *
     * @throws IOException if it is none that can be read, or larger
     */
    public static byte[] read(Path file, int largest) throws IOException {
        if (!Files.exists(file)) {
            throw new IOException("the file does not exist");
        }
        if (!is(file)) {
            throw new IOException("it is not a regular file");
        }
        try (InputStream stream = Files.newInputStream(file)) {
            byte[] bytes = stream.readNBytes(largest + 1);
            if (bytes.length > largest) {
                throw new IOException("it is larger than " + largest / 1024 + " KiB");
            }
            return bytes;
        }
    }
}
