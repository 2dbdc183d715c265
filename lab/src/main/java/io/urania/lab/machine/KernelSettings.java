package io.urania.lab.machine;

import io.urania.lab.report.RackException;
import io.urania.lab.system.Commands;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The limits of this machine's kernel that many hosts on it need, and the settings that a kubelet changes for all.
 *
 * <p>The values before the first rack are kept under {@code /run}, which a reboot empties together with the settings
 * themselves, and not with one rack, for the last rack that goes has to put them back.
 */
public final class KernelSettings {
    /** A dozen systemd, containerd and kubelet use the defaults up. */
    private static final Map<String, Long> AT_LEAST = Map.of(
            "fs.inotify.max_user_instances", 8192L,
            "fs.inotify.max_user_watches", 1_048_576L,
            "kernel.keys.maxkeys", 20_000L,
            "kernel.keys.maxbytes", 2_000_000L,
            "kernel.pid_max", 4_194_304L,
            "net.ipv4.ip_forward", 1L);
    /** What kubelet sets; kube-proxy is kept from its own by the rack's inventory. */
    private static final List<String> CHANGED_BY_HOSTS = List.of(
            "vm.overcommit_memory",
            "vm.panic_on_oom",
            "kernel.panic",
            "kernel.panic_on_oops",
            "kernel.keys.root_maxkeys",
            "kernel.keys.root_maxbytes");

    private final Path settings;
    private final Path before;

    /**
     * @param settings {@code /proc/sys}
     * @param state a directory that a reboot empties
     */
    public KernelSettings(Path settings, Path state) {
        this.settings = settings;
        this.before = state.resolve("kernel-settings-before");
    }

    public static KernelSettings ofThisMachine() {
        return new KernelSettings(Path.of("/proc/sys"), Path.of("/run/urania"));
    }

    /** Raises what is too low, after noting what was. */
    public void raise() throws IOException {
        if (!Files.exists(before)) {
            note();
        }
        for (Map.Entry<String, Long> setting : AT_LEAST.entrySet()) {
            Path file = file(setting.getKey());
            if (Files.isWritable(file) && Long.parseLong(read(file)) < setting.getValue()) {
                Files.writeString(file, Long.toString(setting.getValue()));
            }
        }
    }

    /** Puts back what was. Nothing was noted: nothing is done. */
    public void restore() throws RackException, IOException, InterruptedException {
        if (!Files.exists(before)) {
            return;
        }
        for (String line : Files.readAllLines(before, StandardCharsets.UTF_8)) {
            String[] setting = line.split("=", 2);
            Path file = file(setting[0]);
            if (Files.isWritable(file) && !read(file).equals(setting[1])) {
                Files.writeString(file, setting[1]);
            }
        }
        Files.delete(before);
        Files.deleteIfExists(before.resolveSibling(before.getFileName() + ".new"));
        Commands.output(List.of("rmdir", "--ignore-fail-on-non-empty", before.getParent() + ""));
    }

    private void note() throws IOException {
        var values = new TreeMap<String, String>();
        for (String name : AT_LEAST.keySet()) {
            values.put(name, "");
        }
        for (String name : CHANGED_BY_HOSTS) {
            values.put(name, "");
        }
        var text = new StringBuilder();
        for (String name : values.keySet()) {
            if (Files.isReadable(file(name))) {
                text.append(name).append('=').append(read(file(name))).append('\n');
            }
        }
        Files.createDirectories(before.getParent());
        Path whole = before.resolveSibling(before.getFileName() + ".new");
        Files.writeString(whole, text);
        Files.move(whole, before, StandardCopyOption.ATOMIC_MOVE);
    }

    private Path file(String name) {
        return settings.resolve(name.replace('.', '/'));
    }

    /** In one read: the kernel answers a second one, further on in such a file, with nothing. */
    private static String read(Path file) throws IOException {
        try (var reader = Files.newBufferedReader(file, StandardCharsets.US_ASCII)) {
            String line = reader.readLine();
            return line == null ? "" : line.strip();
        }
    }
}
