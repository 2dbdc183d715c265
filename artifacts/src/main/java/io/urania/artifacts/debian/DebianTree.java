package io.urania.artifacts.debian;

import io.urania.artifacts.Architecture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Unpacked Debian packages, and what a program in them needs to run.
 *
 * @param root the directory the packages were unpacked into
 * @param packages name and version of the packages that were asked for, for the record
 */
public record DebianTree(Path root, Architecture architecture, List<String> packages) {
    public DebianTree {
        packages = List.copyOf(packages);
    }

    /** Debian's name of the directory with the architecture's libraries: {@code x86_64-linux-gnu}. */
    public String libraryDirectoryName() {
        return switch (architecture) {
            case AMD64 -> "x86_64-linux-gnu";
            case ARM64 -> "aarch64-linux-gnu";
            case ARM -> "arm-linux-gnueabihf";
        };
    }

    /** A program by its name, in whichever directory for programs it lies. */
    public Path program(String name) throws IOException {
        return find(List.of("usr/sbin", "usr/bin", "sbin", "bin"), name);
    }

    /** The files of a directory below the architecture's library directory, such as {@code xtables}. */
    public List<Path> libraries(String directory) throws IOException {
        for (String parent : List.of("usr/lib/", "lib/")) {
            Path path = root.resolve(parent + libraryDirectoryName()).resolve(directory);
            if (Files.isDirectory(path)) {
                try (Stream<Path> files = Files.list(path)) {
                    return files.filter(file -> file.toString().endsWith(".so"))
                            .sorted()
                            .toList();
                }
            }
        }
        throw new IOException("the packages have no libraries in a directory " + directory);
    }

    /**
     * All that must be in an image for these programs and libraries to be loaded: their libraries, the libraries of these,
     * and the dynamic loader.
     *
     * @return paths in the image, without a leading slash, and the content of each
     */
    public SortedMap<String, Path> needed(Collection<Path> programs) throws IOException {
        SortedMap<String, Path> needed = new TreeMap<>();
        Deque<Path> unread = new ArrayDeque<>(programs);
        while (!unread.isEmpty()) {
            ElfFile elf = ElfFile.read(unread.pop());
            if (elf.interpreter().isPresent()) {
                String interpreter = elf.interpreter().get().substring(1);
                needed.put(interpreter, resolved(root.resolve(interpreter)));
            }
            for (String name : elf.needed()) {
                String place = "usr/lib/" + libraryDirectoryName() + "/" + name;
                if (!needed.containsKey(place)) {
                    Path library = find(
                            List.of(
                                    "usr/lib/" + libraryDirectoryName(),
                                    "lib/" + libraryDirectoryName(),
                                    "usr/lib",
                                    "lib"),
                            name);
                    needed.put(place, library);
                    unread.add(library);
                }
            }
        }
        return needed;
    }

    private Path find(List<String> directories, String name) throws IOException {
        for (String directory : directories) {
            Path path = root.resolve(directory).resolve(name);
            if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
                return resolved(path);
            }
        }
        throw new IOException("the packages " + packages + " have no " + name);
    }

    /** Follows symbolic links inside the tree, where an absolute target begins at the tree's root. */
    private Path resolved(Path path) throws IOException {
        Path current = path;
        for (int links = 0; Files.isSymbolicLink(current); links++) {
            if (links > 20) {
                throw new IOException(path + " is a loop of symbolic links");
            }
            Path target = Files.readSymbolicLink(current);
            current = target.isAbsolute()
                    ? root.resolve(target.toString().substring(1))
                    : current.resolveSibling(target).normalize();
        }
        return Files.exists(current) ? current : inMergedUsr(current);
    }

    /** Since the merge of /usr a package may name /lib/x and carry usr/lib/x. */
    private Path inMergedUsr(Path path) throws IOException {
        Path merged = root.resolve("usr").resolve(root.relativize(path));
        if (Files.exists(merged)) {
            return resolved(merged);
        }
        throw new IOException("the packages " + packages + " have no " + root.relativize(path));
    }
}
