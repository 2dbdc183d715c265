package io.urania.lab.card;

import io.urania.lab.card.CardEntry.File;
import io.urania.lab.card.CardEntry.Link;
import io.urania.lab.card.CardEntry.Owner;
import io.urania.lab.layout.Memory;
import io.urania.lab.system.Script;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a host that is a container has over its card, for it shares this machine's kernel: {@link Deviation} has the reasons. A virtual
 * machine has none of it.
 */
public final class ContainerEntries {
    private static final String UNITS = "etc/systemd/system/";
    private static final String SETTINGS = "sysctl.d";
    private static final String PER_NETWORK_NAMESPACE = "net.";

    /** Units that would act on devices, modules or file systems of this machine's kernel, or on a console that is not there. */
    static final List<String> MASKED = List.of(
            "console-getty.service",
            "getty.target",
            "kmod-static-nodes.service",
            "modprobe@.service",
            "proc-sys-fs-binfmt_misc.automount",
            "proc-sys-fs-binfmt_misc.mount",
            "sys-fs-fuse-connections.mount",
            "sys-kernel-config.mount",
            "sys-kernel-debug.mount",
            "sys-kernel-tracing.mount",
            "systemd-udev-settle.service",
            "systemd-udev-trigger.service",
            "systemd-udevd-control.socket",
            "systemd-udevd-kernel.socket",
            "systemd-udevd.service");

    private ContainerEntries() {}

    /**
     * All of it.
     *
     * @param base the tree that the card goes over
     * @param memory the limit of the host's memory; none if empty
     */
    public static List<CardEntry> entries(Path base, Optional<Memory> memory) throws IOException {
        List<CardEntry> entries = new ArrayList<>();
        MASKED.forEach(unit -> entries.add(new Link(UNITS + unit, "/dev/null")));
        entries.addAll(withoutKernelWideSettings(base));
        entries.add(new File(
                "usr/local/lib/rack/start", "rwxr-xr-x", Owner.ROOT, Script.Resources.text("card/container-start.sh")));
        entries.add(File.of(UNITS + "rack-start.service", Script.Resources.text("card/container-start.service")));
        entries.add(new Link(UNITS + "sysinit.target.wants/rack-start.service", "../rack-start.service"));
        entries.add(
                File.of("etc/systemd/journald.conf.d/rack.conf", Script.Resources.text("card/container-journal.conf")));
        memory.ifPresent(limit -> entries.add(File.of("etc/rack/meminfo", MemoryFile.text(limit))));
        return List.copyOf(entries);
    }

    /** A file of the same name in /etc counts instead of the one in /usr/lib: sysctl.d(5). */
    private static List<CardEntry> withoutKernelWideSettings(Path base) throws IOException {
        Path folder = base.resolve("usr/lib").resolve(SETTINGS);
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<CardEntry> entries = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
                if (lines.stream().anyMatch(ContainerEntries::isKernelWide)) {
                    entries.add(File.of(
                            "etc/" + SETTINGS + "/" + file.getFileName(),
                            lines.stream()
                                    .map(line -> (isKernelWide(line) ? "# for all hosts of this machine: " : "") + line
                                            + "\n")
                                    .collect(Collectors.joining())));
                }
            }
        }
        return entries;
    }

    private static boolean isKernelWide(String line) {
        String setting = line.strip().replaceFirst("^-", "").replace('/', '.');
        return !setting.isEmpty()
                && !setting.startsWith("#")
                && !setting.startsWith(";")
                && !setting.startsWith(PER_NETWORK_NAMESPACE);
    }
}
