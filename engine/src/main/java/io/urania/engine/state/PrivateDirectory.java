package io.urania.engine.state;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Directories of this machine that only their owner may enter, whatever the umask is. */
public final class PrivateDirectory {

    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rwx------");

    private static final Set<PosixFilePermission> WRITTEN_BY_OTHERS =
            EnumSet.of(PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE);

    private PrivateDirectory() {}

    /**
     * Makes a directory and those above it that are missing, with mode 0700; one that is there gets that mode.
     *
     * @throws FileSystemException if it is a link, which somebody else may have put there, or no directory, or somebody else's
     */
    public static void make(Path directory) throws IOException {
        if (!Files.exists(directory, LinkOption.NOFOLLOW_LINKS)) {
            Files.createDirectories(directory, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
        }
        if (!Files.isDirectory(directory, LinkOption.NOFOLLOW_LINKS)) {
            throw new FileSystemException(
                    directory.toString(), null, "it is not a directory but a symbolic link or a file; move it away");
        }
        requireOurs(directory);
        if (!Files.getPosixFilePermissions(directory, LinkOption.NOFOLLOW_LINKS).equals(OWNER_ONLY)) {
            Files.setPosixFilePermissions(directory, OWNER_ONLY);
        }
    }

    /**
     * Makes sure that a file or directory is of whoever runs this program: what is in another's can be changed by that account.
     *
     * @throws FileSystemException if it is not
     */
    public static void requireOurs(Path path) throws IOException {
        String owner = owner(path);
        if (!owner.equals(user())) {
            throw new FileSystemException(
                    path.toString(),
                    null,
                    "it belongs to " + owner + ", who could change what is in it; run as " + owner
                            + ", or, if it is yours: chown -R " + user() + " " + path);
        }
    }

    /**
     * Why what is in a file or directory may have been written by another account, as a clause about it; empty if there is no reason. Root can
     * write anything anyway.
     */
    public static Optional<String> doubtAbout(Path path) throws IOException {
        if (Files.isSymbolicLink(path)) {
            return Optional.of("is a symbolic link");
        }
        if (!owner(path).equals(user()) && !owner(path).equals("root")) {
            return Optional.of("belongs to " + owner(path));
        }
        return Files.getPosixFilePermissions(path, LinkOption.NOFOLLOW_LINKS).stream()
                        .anyMatch(WRITTEN_BY_OTHERS::contains)
                ? Optional.of("can be written by others")
                : Optional.empty();
    }

    private static String owner(Path path) throws IOException {
        return Files.getOwner(path, LinkOption.NOFOLLOW_LINKS).getName();
    }

    private static String user() {
        return System.getProperty("user.name");
    }
}
