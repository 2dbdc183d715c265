package io.urania.lab.machine;

import io.urania.lab.platform.Architecture;
import io.urania.lab.report.RackException;
import io.urania.lab.system.Commands;
import io.urania.lab.system.Script;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The kernel's list of programs that an emulator runs (binfmt_misc), as hosts of a foreign architecture need it. What is in it already is
 * left alone; what is put there has a name that tells whose it is, and goes with the last rack that needs it.
 *
 * <p>Which racks need it is kept under {@code /run}, which a reboot empties together with the list: a link for each rack, by its id, to the
 * rack's file. A link that leads nowhere is of a rack that is gone.
 *
 * @see <a href="https://docs.kernel.org/admin-guide/binfmt-misc.html">binfmt_misc</a>
 */
public final class BinaryFormats {
    private static final Path LIST = Path.of("/proc/sys/fs/binfmt_misc");
    private static final String OURS = "urania-";
    private static final String REGISTER = "register";
    private static final String STATUS = "status";
    private static final String REMOVE = "-1";
    /** Argument 0 as it was, credentials of the program, and the emulator opened now: no host has it in its own tree. */
    private static final String FLAGS = "POF";

    private static final Script MOUNT = new Script("machine/mount-binary-formats");

    private final Path list;
    private final Path programs;
    private final Path directory;
    private final Path state;

    /**
     * @param list {@code /proc/sys/fs/binfmt_misc}
     * @param programs {@code /usr/bin}
     * @param state a directory that a reboot empties
     */
    public BinaryFormats(Path list, Path programs, Path state) {
        this.list = list;
        this.programs = programs;
        this.directory = state;
        this.state = state.resolve("binary-formats");
    }

    public static BinaryFormats ofThisMachine() {
        return new BinaryFormats(LIST, Path.of("/usr/bin"), Path.of("/run/urania"));
    }

    /** The emulator's program in Debian's package {@code qemu-user-static}. */
    static String emulator(Architecture architecture) {
        return "qemu-" + architecture.emulator() + "-static";
    }

    /**
     * Has the kernel run programs of these architectures.
     *
     * @param rack the id of the rack that needs it
     * @param rackFile a file that is there as long as the rack is
     */
    public void register(String rack, Path rackFile, Collection<Architecture> architectures)
            throws RackException, IOException, InterruptedException {
        if (architectures.isEmpty()) {
            return;
        }
        if (!Files.exists(list.resolve(REGISTER))) {
            Files.createDirectories(state);
            Commands.output(MOUNT.command(list.toString()));
            Files.writeString(mounted(), "");
        }
        for (Architecture architecture : architectures) {
            boolean ours = Files.exists(list.resolve(name(architecture)));
            if (!ours && isThere(architecture)) {
                continue;
            }
            // First who needs it: a program that ends here leaves nothing that nobody would take away.
            Path users = Files.createDirectories(users(architecture));
            if (!Files.exists(users.resolve(rack), LinkOption.NOFOLLOW_LINKS)) {
                Files.createSymbolicLink(users.resolve(rack), rackFile);
            }
            if (!ours) {
                Files.writeString(list.resolve(REGISTER), line(architecture), StandardCharsets.US_ASCII);
            }
        }
    }

    /** Takes away what only this rack, and racks that are gone, needed. Nothing was registered: nothing is done. */
    public void release(String rack) throws RackException, IOException, InterruptedException {
        if (!Files.isDirectory(state)) {
            return;
        }
        for (Architecture architecture : Architecture.values()) {
            Path users = users(architecture);
            if (Files.isDirectory(users) && !isNeeded(users, rack)) {
                Path entry = list.resolve(name(architecture));
                if (Files.exists(entry)) {
                    Files.writeString(entry, REMOVE, StandardCharsets.US_ASCII);
                }
                Files.delete(users);
            }
        }
        if (Files.exists(mounted()) && directories(state).isEmpty()) {
            if (names().isEmpty()) {
                Commands.output(List.of("umount", list.toString()));
            }
            Files.delete(mounted());
        }
        deleteIfEmpty(state);
        deleteIfEmpty(directory);
    }

    /** Removes the links of this rack and of those that are gone; whether one is left. */
    private static boolean isNeeded(Path users, String rack) throws IOException {
        boolean needed = false;
        try (DirectoryStream<Path> links = Files.newDirectoryStream(users)) {
            for (Path link : links) {
                if (link.endsWith(rack) || !Files.exists(link)) {
                    Files.delete(link);
                } else {
                    needed = true;
                }
            }
        }
        return needed;
    }

    /** Whether somebody else has registered the architecture, so that it holds in trees without an emulator too. */
    private boolean isThere(Architecture architecture) throws IOException {
        for (String name : names()) {
            List<String> entry = Files.readAllLines(list.resolve(name), StandardCharsets.ISO_8859_1);
            if (entry.contains("enabled")
                    && entry.contains("magic " + architecture.programStart())
                    && entry.stream().anyMatch(line -> line.startsWith("flags:") && line.contains("F"))) {
                return true;
            }
        }
        return false;
    }

    private String line(Architecture architecture) {
        return ":%s:M::%s:%s:%s:%s"
                .formatted(
                        name(architecture),
                        escaped(architecture.programStart()),
                        escaped(architecture.programMask()),
                        programs.resolve(emulator(architecture)),
                        FLAGS);
    }

    /** Bytes as the kernel reads them. */
    private static String escaped(String hexadecimal) {
        return HexFormat.of().withPrefix("\\x").formatHex(HexFormat.of().parseHex(hexadecimal));
    }

    private List<String> names() throws IOException {
        if (!Files.isDirectory(list)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(list)) {
            return entries.map(Path::getFileName)
                    .map(Path::toString)
                    .filter(name -> !name.equals(REGISTER) && !name.equals(STATUS))
                    .collect(Collectors.toList());
        }
    }

    private static String name(Architecture architecture) {
        return OURS + architecture.emulator();
    }

    private Path users(Architecture architecture) {
        return state.resolve(name(architecture));
    }

    /** There while it was us who mounted the list. */
    private Path mounted() {
        return state.resolve("mounted");
    }

    private static List<Path> directories(Path directory) throws IOException {
        try (Stream<Path> content = Files.list(directory)) {
            return content.filter(Files::isDirectory).toList();
        }
    }

    private static void deleteIfEmpty(Path directory) throws IOException {
        try {
            Files.deleteIfExists(directory);
        } catch (DirectoryNotEmptyException _) {
            return;
        }
    }
}
