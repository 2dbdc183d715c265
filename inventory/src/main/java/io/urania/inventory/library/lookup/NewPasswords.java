package io.urania.inventory.library.lookup;

import io.urania.inventory.problem.Position;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The passwords that {@code lookup('password', …)} has drawn because their files do not exist. To read an inventory writes nothing: they are
 * forgotten unless {@link #keep} is called. Several threads may use it.
 */
public final class NewPasswords {
    private final SortedMap<Path, Drawn> drawn = new ConcurrentSkipListMap<>();

    private record Drawn(String password, Position position) {}

    /** The password of a file that does not exist: the same one each time. */
    String of(Path file, Position position, Supplier<String> draw) {
        return drawn.computeIfAbsent(file, _ -> new Drawn(draw.get(), position)).password();
    }

    /** The files in which they would be kept, each with the place of the template that asked for it first. */
    public SortedMap<Path, Position> places() {
        SortedMap<Path, Position> places = new TreeMap<>();
        drawn.forEach((file, password) -> places.put(file, password.position()));
        return places;
    }

    /**
     * Whether a file is below a folder, whatever links lead to either.
     *
     * @param file need not exist, nor the folders it is in
     */
    public static boolean isBelow(Path file, Path folder) throws IOException {
        return real(file).startsWith(real(folder));
    }

    private static Path real(Path path) throws IOException {
        Path existing = path.toAbsolutePath().normalize();
        Path rest = Path.of("");
        while (!Files.exists(existing)) {
            @Nullable Path parent = existing.getParent();
            if (parent == null) {
                return path;
            }
            rest = existing.getFileName().resolve(rest);
            existing = parent;
        }
        return existing.toRealPath().resolve(rest).normalize();
    }

    /**
     * Writes each into its file, of mode 0600, in folders of mode 0700.
     *
     * @throws IOException also if another process has made one of the files since
     */
    public void keep() throws IOException {
        for (var password : drawn.entrySet()) {
            keep(password.getKey(), password.getValue().password());
        }
    }

    /** A file appears with all that is in it. */
    private static void keep(Path file, String password) throws IOException {
        @Nullable Path folder = file.getParent();
        if (folder == null) {
            throw new IOException(file + " is not a file");
        }
        Files.createDirectories(
                folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Path draft = Files.createTempFile(
                folder,
                ".password",
                "",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try {
            Files.writeString(draft, password + "\n", StandardCharsets.UTF_8);
            Files.createLink(file, draft);
        } catch (FileAlreadyExistsException _) {
            throw new IOException("the password " + file
                    + " was created by another process in the meantime; run the same command again");
        } finally {
            Files.delete(draft);
        }
    }
}
