package io.urania.engine.resource.packages;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;

/**
 * A repository of pacman packages that nobody has built: each is an archive with a description and one file, and the list of them is an archive of
 * descriptions, as makepkg(8) and repo-add(8) make them.
 */
final class PacmanRepository {

    private final Path folder;
    private final Path lists;

    PacmanRepository(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
        this.lists = Files.createDirectories(folder.resolve("lists"));
    }

    /**
     * Adds version 1-1 of a package.
     *
     * @param relations further lines of its .PKGINFO
     */
    void add(String name, String relations) throws IOException {
        add(name, "1-1", relations);
    }

    /** The same of another version. */
    void add(String name, String version, String relations) throws IOException {
        Path content = Files.createDirectories(folder.resolve("content-of-" + name));
        Files.writeString(content.resolve(".PKGINFO"), """
                pkgname = %1$s
                pkgver = %3$s
                pkgdesc = a test
                builddate = 1700000000
                size = 10
                arch = any
                %2$s""".formatted(name, relations, version));
        Files.createDirectories(content.resolve("usr/share"));
        Files.writeString(content.resolve("usr/share/" + name), "content\n");
        String archive = name + "-" + version + "-any.pkg.tar.gz";
        run(content, "tar -czf ../" + archive + " .PKGINFO usr");
        Path list = Files.createDirectories(lists.resolve(name + "-" + version));
        Files.writeString(
                list.resolve("desc"),
                field("FILENAME", archive)
                        + field("NAME", name)
                        + field("VERSION", version)
                        + field("CSIZE", String.valueOf(Files.size(folder.resolve(archive))))
                        + field("ISIZE", "10")
                        + field("ARCH", "any")
                        + relations
                                .lines()
                                .map(line -> line.split(" = ", 2))
                                .map(words -> field(words[0].equals("conflict") ? "CONFLICTS" : "PROVIDES", words[1]))
                                .collect(Collectors.joining()));
    }

    private static String field(String name, String value) {
        return "%" + name + "%\n" + value + "\n\n";
    }

    /** Writes the list of all packages. */
    void write() throws IOException {
        run(lists, "tar -czf ../core.db *");
    }

    /** Gives the list to a host that has not fetched it. */
    void give(Path database) throws IOException {
        Files.copy(
                folder.resolve("core.db"),
                Files.createDirectories(database.resolve("sync")).resolve("core.db"));
    }

    /** Runs a command in a folder. */
    static void run(Path folder, String command) throws IOException {
        Process process = new ProcessBuilder("sh", "-c", command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.onExit().join().exitValue() != 0) {
            throw new IOException(command + ": " + output);
        }
    }
}
