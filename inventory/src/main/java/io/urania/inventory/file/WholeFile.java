package io.urania.inventory.file;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Files that are replaced in one piece: whoever reads one finds the former text or the new one, and a full disk leaves the former. */
public final class WholeFile {

    private static final FileAttribute<Set<PosixFilePermission>> PRIVATE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private WholeFile() {}

    /**
     * Writes a file that only its owner may read. A link in its place is replaced, not followed.
     *
     * @throws IOException with the file's name; nothing is left of what was written then
     */
    public static void write(Path file, String text) throws IOException {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try {
            Files.deleteIfExists(part);
            Files.createFile(part, PRIVATE);
            Files.writeString(part, text);
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failure) {
            IOException named = of(file, failure);
            try {
                Files.deleteIfExists(part);
            } catch (IOException left) {
                named.addSuppressed(left);
            }
            throw named;
        }
    }

    /** The same failure, of the file that is meant: a full disk names none. */
    private static IOException of(Path file, IOException failure) {
        IOException named = switch (failure) {
            case NoSuchFileException _ -> new NoSuchFileException(file.toString());
            case AccessDeniedException _ -> new AccessDeniedException(file.toString());
            case FileSystemException other
            when other.getReason() != null -> new FileSystemException(file.toString(), null, other.getReason());
            default -> new FileSystemException(file.toString(), null, failure.getMessage());
        };
        named.initCause(failure);
        return named;
    }
}
