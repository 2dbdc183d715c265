package io.urania.lab.system;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What is mounted, in the order it was mounted.
 *
 * @see <a href="https://man7.org/linux/man-pages/man5/proc_pid_mountinfo.5.html">proc_pid_mountinfo(5)</a>
 */
public record MountTable(List<Mount> mounts) {
    /** One mount: where, and of which file system type. */
    public record Mount(Path target, String type) {}

    public MountTable {
        mounts = List.copyOf(mounts);
    }

    /** The mounts that this process sees now. */
    public static MountTable read() throws IOException {
        return parse(Files.readAllLines(Path.of("/proc/self/mountinfo"), StandardCharsets.UTF_8));
    }

    /** Reads the lines of a {@code mountinfo} file. */
    public static MountTable parse(List<String> lines) {
        return new MountTable(lines.stream().map(MountTable::mount).toList());
    }

    /** The mounts at a directory and below it, last mounted first: the order in which to unmount them. */
    public List<Mount> atOrBelow(Path directory) {
        return mounts.reversed().stream()
                .filter(mount -> mount.target().startsWith(directory))
                .toList();
    }

    /** The type of the file system that holds a path (which need not exist). */
    public String typeAt(Path path) {
        return mounts.stream()
                .filter(mount -> path.startsWith(mount.target()))
                .reduce((first, second) ->
                        second.target().getNameCount() >= first.target().getNameCount() ? second : first)
                .map(Mount::type)
                .orElse("");
    }

    private static Mount mount(String line) {
        List<String> fields = List.of(line.split(" ", -1));
        // Optional fields end with a single hyphen; the type follows it.
        return new Mount(Path.of(unescape(fields.get(4))), fields.get(fields.indexOf("-") + 1));
    }

    /** The kernel writes space, tab, line feed and backslash as three octal digits. */
    private static String unescape(String text) {
        return text.replace("\\040", " ")
                .replace("\\011", "\t")
                .replace("\\012", "\n")
                .replace("\\134", "\\");
    }
}
