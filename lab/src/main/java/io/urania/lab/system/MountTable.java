package io.urania.lab.system;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What is mounted, in the order it was mounted.
 *
 * @see <a href="https://man7.org/linux/man-pages/man5/proc_pid_mountinfo.5.html">proc_pid_mountinfo(5)</a>
 */
public record MountTable(List<Mount> mounts) {
    /** One mount: where, of which file system type, and with which options of that type. */
    public record Mount(Path target, String type, List<String> options) {
        public Mount {
            options = List.copyOf(options);
        }
    }

    private static final String UPPER = "upperdir=";

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

    /** The upper directory of the overlay that is the root, if the root is one. */
    public Optional<Path> rootLayer() {
        return mounts.reversed().stream()
                .filter(mount ->
                        mount.target().equals(Path.of("/")) && mount.type().equals("overlay"))
                .flatMap(mount -> mount.options().stream())
                .filter(option -> option.startsWith(UPPER))
                .map(option -> Path.of(option.substring(UPPER.length())))
                .findFirst();
    }

    private static Mount mount(String line) {
        List<String> fields = List.of(line.split(" ", -1));
        // Optional fields end with a single hyphen; type, source and the type's options follow it.
        int type = fields.indexOf("-") + 1;
        return new Mount(
                Path.of(unescape(fields.get(4))),
                fields.get(type),
                List.of(unescape(fields.getLast()).split(",", -1)));
    }

    /** The kernel writes space, tab, line feed and backslash as three octal digits. */
    private static String unescape(String text) {
        return text.replace("\\040", " ")
                .replace("\\011", "\t")
                .replace("\\012", "\n")
                .replace("\\134", "\\");
    }
}
