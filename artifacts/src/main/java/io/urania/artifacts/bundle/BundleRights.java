package io.urania.artifacts.bundle;

import io.urania.engine.state.PrivateDirectory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Who can change a bundle on this machine: whoever can decides what hosts run. */
public final class BundleRights {

    /** What directories of bundles have at the most, whatever the umask is. */
    static final Set<PosixFilePermission> OF_DIRECTORIES = PosixFilePermissions.fromString("rwxr-xr-x");

    private static final Set<PosixFilePermission> WRITING =
            EnumSet.of(PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE);

    private BundleRights() {}

    /** Why other accounts could change a bundle, as a clause; empty if none can. */
    public static Optional<String> doubt(Path directory) throws IOException {
        List<String> open = new ArrayList<>();
        for (Path part : parts(directory.toRealPath())) {
            if (!Files.isSymbolicLink(part)) {
                PrivateDirectory.doubtAbout(part).ifPresent(doubt -> open.add(part + " " + doubt));
            }
        }
        return open.isEmpty()
                ? Optional.empty()
                : Optional.of(open.getFirst() + (open.size() == 1 ? "" : " and " + (open.size() - 1) + " more in it"));
    }

    /** Takes from others the right to write, which a umask may have given them. */
    static void close(Path directory) throws IOException {
        for (Path part : parts(directory)) {
            // What a link leads to is not the bundle's.
            if (Files.isSymbolicLink(part)) {
                continue;
            }
            Set<PosixFilePermission> rights =
                    EnumSet.copyOf(Files.getPosixFilePermissions(part, LinkOption.NOFOLLOW_LINKS));
            if (rights.removeAll(WRITING)) {
                Files.setPosixFilePermissions(part, rights);
            }
        }
    }

    private static List<Path> parts(Path directory) throws IOException {
        try (Stream<Path> parts = Files.walk(directory)) {
            return parts.toList();
        } catch (UncheckedIOException e) {
            throw new IOException("cannot read all of " + directory + ": " + e.getMessage(), e);
        }
    }
}
