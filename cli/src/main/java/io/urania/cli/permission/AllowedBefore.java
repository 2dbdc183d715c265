package io.urania.cli.permission;

import io.urania.engine.batch.Payload;
import io.urania.engine.state.PrivateDirectory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.TreeSet;

/**
 * What people have allowed inventories to do on this machine. It is kept among what belongs to the user, where nobody who writes an
 * inventory can write: a line for each permission, the SHA-256 of inventory and content.
 *
 * @param file need not exist
 */
public record AllowedBefore(Path file) {

    /** Whether this has been allowed to the inventory in a folder. */
    boolean contains(Path inventory, WantedHere wanted) throws IOException {
        return all().contains(digest(inventory, wanted));
    }

    /** Keeps a permission. */
    void add(Path inventory, WantedHere wanted) throws IOException {
        Set<String> digests = new TreeSet<>(all());
        digests.add(digest(inventory, wanted));
        PrivateDirectory.make(file.resolveSibling(".").normalize());
        if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        Files.writeString(
                file,
                String.join("\n", digests) + "\n",
                StandardOpenOption.WRITE,
                StandardOpenOption.TRUNCATE_EXISTING);
    }

    private Set<String> all() throws IOException {
        return Files.exists(file) ? Set.copyOf(Files.readAllLines(file)) : Set.of();
    }

    private static String digest(Path inventory, WantedHere wanted) throws IOException {
        // Neither has a NUL, so that no other two make the same text.
        return Payload.sha256((inventory.toRealPath() + "\0" + wanted.content()).getBytes(StandardCharsets.UTF_8));
    }
}
