package io.urania.cli.init;

import io.urania.control.failure.ExitCode;
import io.urania.control.failure.Refusal;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Stream;

/** Writes the files of an inventory all at once, or none of them; what exists is never touched. */
public final class InventoryFolder {
    private final Path folder;

    public InventoryFolder(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
    }

    /**
     * Makes sure that there is nothing to overwrite, before anybody is asked anything.
     *
     * @throws Refusal if the folder exists and is not empty, or is no folder
     */
    public void requireFree() throws Refusal, IOException {
        if (Files.exists(folder, LinkOption.NOFOLLOW_LINKS) && !isEmptyFolder()) {
            throw taken();
        }
    }

    /**
     * Writes the files.
     *
     * @param files texts by their paths below the folder
     * @throws Refusal if there is something in the way
     */
    public void write(SortedMap<String, String> files) throws Refusal, IOException {
        requireFree();
        Path parent = folder.getParent();
        Path name = folder.getFileName();
        if (parent == null || name == null) {
            throw taken();
        }
        Files.createDirectories(parent);
        Path beside = Files.createDirectory(
                parent.resolve("." + name + "." + ProcessHandle.current().pid() + "." + System.nanoTime()));
        try {
            for (Map.Entry<String, String> file : files.entrySet()) {
                Path path = beside.resolve(file.getKey());
                Files.createDirectories(path.resolveSibling("."));
                Files.writeString(path, file.getValue());
            }
            move(beside);
        } finally {
            remove(beside);
        }
    }

    /** rename(2) takes the place of an empty folder, and of nothing else. */
    private void move(Path beside) throws Refusal, IOException {
        try {
            Files.move(beside, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException e) {
            if (Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
                throw taken();
            }
            throw e;
        }
    }

    private boolean isEmptyFolder() throws IOException {
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.findAny().isEmpty();
        }
    }

    private Refusal taken() {
        return new Refusal(
                ExitCode.USAGE,
                folder + " already exists and is not overwritten; specify another directory, as in urania init"
                        + " another-inventory");
    }

    private static void remove(Path left) throws IOException {
        if (!Files.exists(left)) {
            return;
        }
        List<Path> paths;
        try (Stream<Path> found = Files.walk(left)) {
            paths = found.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : paths) {
            Files.delete(path);
        }
    }
}
