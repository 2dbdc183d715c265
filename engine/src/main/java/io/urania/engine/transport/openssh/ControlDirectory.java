package io.urania.engine.transport.openssh;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The directory of one run's control sockets. A lock in it lasts as long as the run's process: a directory whose lock can be
 * taken was left behind by a run that was killed.
 *
 * @param path the directory, which only its owner may enter
 */
record ControlDirectory(Path path, FileChannel lock) {

    /** A socket's path has 107 bytes at most; ssh puts 40 for the host and 17 for a temporary name into the directory. */
    static final int LONGEST_PATH = 107 - 1 - 40 - 17;

    /** As {@link Files#createTempDirectory} names them. */
    private static final Pattern OF_ONE_RUN = Pattern.compile("/tmp/urania-\\d+");
    /** The ending of files in which ssh writes what it has to say. */
    static final String LOG = ".log";

    /** In bytes: ssh says little at a time. */
    private static final int LONGEST_LOG = 16 * 1024;

    private static final String LOCK = "lock";
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rwx------");
    private static final FileAttribute<?> PRIVATE = PosixFilePermissions.asFileAttribute(OWNER_ONLY);

    /** The place for such directories: the user's runtime directory, or one in {@code /tmp} where there is none. */
    static Path standardParent(Map<String, String> environment, String user) throws IOException {
        String runtime = environment.getOrDefault("XDG_RUNTIME_DIR", "");
        Path inRuntime = Path.of(runtime, "urania");
        // A run's directory has a process's number, 7 digits, and a random one.
        boolean fits = inRuntime.toString().length() + "/4194304-99999/".length() <= LONGEST_PATH;
        Path parent = !runtime.isEmpty() && Files.isWritable(Path.of(runtime)) && fits
                ? inRuntime
                : Path.of("/tmp", "urania-" + user);
        if (!Files.exists(parent, LinkOption.NOFOLLOW_LINKS)) {
            Files.createDirectories(parent, PRIVATE);
        }
        boolean ours = Files.isDirectory(parent, LinkOption.NOFOLLOW_LINKS)
                && Files.getOwner(parent, LinkOption.NOFOLLOW_LINKS).getName().equals(user)
                && Files.getPosixFilePermissions(parent, LinkOption.NOFOLLOW_LINKS)
                        .equals(OWNER_ONLY);
        // Somebody else may have put it there: then this run has a place of its own.
        return ours ? parent : Files.createTempDirectory(Path.of("/tmp"), "urania-", PRIVATE);
    }

    /** Makes the directory of this run. It appears under its name with its lock taken. */
    static ControlDirectory create(Path parent) throws IOException {
        String name = ProcessHandle.current().pid() + "-" + new SecureRandom().nextInt(100_000);
        Path unfinished = Files.createDirectory(parent.resolve("." + name), PRIVATE);
        FileChannel channel =
                FileChannel.open(unfinished.resolve(LOCK), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        channel.lock();
        Path finished = parent.resolve(name);
        Files.move(unfinished, finished, StandardCopyOption.ATOMIC_MOVE);
        return new ControlDirectory(finished, channel);
    }

    /** The directories of runs that were killed; they belong to the caller now. */
    static List<ControlDirectory> leftBehind(Path parent) throws IOException {
        List<ControlDirectory> found = new ArrayList<>();
        try (Stream<Path> directories = Files.list(parent)) {
            for (Path directory : directories.toList()) {
                take(directory).ifPresent(found::add);
            }
        }
        return found;
    }

    private static Optional<ControlDirectory> take(Path directory) throws IOException {
        FileChannel channel;
        try {
            channel = FileChannel.open(directory.resolve(LOCK), StandardOpenOption.WRITE);
        } catch (IOException e) {
            return Optional.empty(); // no directory of a run, or one that goes away now
        }
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return Optional.of(new ControlDirectory(directory, channel));
            }
        } catch (OverlappingFileLockException e) {
            channel.close();
            return Optional.empty(); // held by this very process
        }
        channel.close();
        return Optional.empty();
    }

    /** The control sockets in it. */
    List<Path> sockets() throws IOException {
        return content().stream()
                .filter(file -> !file.getFileName().toString().endsWith(LOG))
                .toList();
    }

    /** What a log says so far; empty if nothing was written. */
    String log(Path file) {
        try (InputStream text = Files.newInputStream(file)) {
            return new String(text.readNBytes(LONGEST_LOG), StandardCharsets.UTF_8);
        } catch (NoSuchFileException e) {
            return "";
        } catch (IOException e) {
            throw new UncheckedIOException("the output of ssh in " + file + " cannot be read", e);
        }
    }

    /** Begins a log anew. */
    void forget(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException("the output of ssh in " + file + " cannot be removed", e);
        }
    }

    private List<Path> content() throws IOException {
        try (Stream<Path> files = Files.list(path)) {
            return files.filter(file -> !file.getFileName().toString().equals(LOCK))
                    .toList();
        } catch (NoSuchFileException e) {
            return List.of();
        }
    }

    /** A place that this run alone has had, for the usual one was somebody else's. */
    private void removeParent() throws IOException {
        @Nullable Path parent = path.getParent();
        if (parent == null || !OF_ONE_RUN.matcher(parent.toString()).matches()) {
            return;
        }
        try {
            Files.deleteIfExists(parent);
        } catch (DirectoryNotEmptyException _) {
            return; // something of another run is in it
        }
    }

    /** Removes the directory: a master removes its socket a moment after it says that it will exit, and not if it was killed. */
    void remove() throws IOException {
        for (Path file : content()) {
            Files.deleteIfExists(file);
        }
        Files.deleteIfExists(path.resolve(LOCK));
        Files.deleteIfExists(path);
        lock.close();
        removeParent();
    }
}
