package io.urania.control.permission;

import io.urania.engine.batch.Payload;
import io.urania.engine.state.PrivateDirectory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What people have allowed inventories to do on this machine. It is kept among what belongs to the user, where nobody who writes an
 * inventory can write: a line for each permission. Whoever removes a line withdraws the permission.
 *
 * @param file need not exist
 */
public record AllowedBefore(Path file) {

    /**
     * Why nothing that is kept there is believed, as a clause; empty if there is no reason: other accounts could have written it.
     */
    Optional<String> doubt() throws IOException {
        for (Path path : List.of(directory(), file)) {
            if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
                Optional<String> doubt = PrivateDirectory.doubtAbout(path);
                if (doubt.isPresent()) {
                    return Optional.of(path + " " + doubt.get());
                }
            }
        }
        return Optional.empty();
    }

    /** Whether this has been allowed to the inventory in a folder. */
    boolean contains(Path inventory, WantedHere wanted) throws IOException {
        String sum = sum(inventory, wanted);
        return believed().stream().anyMatch(permission -> permission.sum().equals(sum));
    }

    /** What of the same kind has been allowed last to the inventory in a folder. */
    Optional<Permission> before(Path inventory, WantedHere wanted) throws IOException {
        String folder = Permission.printable(inventory.toRealPath().toString());
        return believed().stream()
                .filter(permission -> permission.inventory().equals(folder)
                        && permission.what().startsWith(Permission.printable(wanted.subject())))
                .reduce((_, last) -> last);
    }

    /**
     * Keeps a permission.
     *
     * @throws IOException also if the directory belongs to somebody else
     */
    void add(Path inventory, WantedHere wanted, LocalDate day) throws IOException {
        List<Permission> all = new ArrayList<>(believed());
        all.add(new Permission(
                sum(inventory, wanted), day.toString(), inventory.toRealPath().toString(), wanted.what()));
        PrivateDirectory.make(directory());
        Path draft = Files.createTempFile(
                directory(),
                ".allowed",
                "",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try {
            Files.write(draft, all.stream().map(Permission::line).toList());
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private List<Permission> believed() throws IOException {
        if (!Files.exists(file) || doubt().isPresent()) {
            return List.of();
        }
        try (Stream<String> lines = Files.lines(file, StandardCharsets.UTF_8)) {
            return lines.filter(line -> !line.isBlank()).map(Permission::parse).toList();
        }
    }

    private Path directory() {
        return file.resolveSibling(".").normalize();
    }

    private static String sum(Path inventory, WantedHere wanted) throws IOException {
        // Neither has a NUL, so that no other two make the same text.
        return Payload.sha256((inventory.toRealPath() + "\0" + wanted.content()).getBytes(StandardCharsets.UTF_8));
    }
}
