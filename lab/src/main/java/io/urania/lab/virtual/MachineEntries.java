package io.urania.lab.virtual;

import io.urania.lab.card.CardEntry;
import io.urania.lab.card.CardEntry.File;
import io.urania.lab.card.CardEntry.Link;
import io.urania.lab.card.CardEntry.Owner;
import io.urania.lab.system.Script;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

/** What a host that is a virtual machine has over its card. */
final class MachineEntries {
    private static final String UNITS = "etc/systemd/system/";
    private static final String PROGRAMS = "usr/local/lib/rack/";
    /** Where Raspberry Pi OS and Debian's images for Raspberry Pis have it; {@code boot.sh} reads it there. */
    private static final String KERNEL_ARGUMENTS = "boot/firmware/cmdline.txt";

    private static final String MOUNTS = "etc/fstab";
    private static final String ROOT = "LABEL=root      /               ext4    defaults,noatime  0       1\n";

    private MachineEntries() {}

    /** The card's, then the machine's own. */
    static List<CardEntry> over(List<CardEntry> card, Hardware hardware) throws IOException {
        return Stream.concat(
                        card.stream().map(MachineEntries::withRoot),
                        Stream.of(
                                File.of(KERNEL_ARGUMENTS, hardware.kernelArguments() + "\n"),
                                program("start"),
                                File.of(UNITS + "rack-start.service", text("start.service")),
                                new Link(UNITS + "multi-user.target.wants/rack-start.service", "../rack-start.service"),
                                program("swap"),
                                File.of(UNITS + "rack-swap.service", text("swap.service")),
                                new Link(UNITS + "swap.target.wants/rack-swap.service", "../rack-swap.service")))
                .toList();
    }

    /** A machine has a disk to mount. */
    private static CardEntry withRoot(CardEntry entry) {
        return entry instanceof File file && file.path().equals(MOUNTS)
                ? new File(file.path(), file.mode(), file.owner(), ROOT + file.text())
                : entry;
    }

    private static File program(String name) throws IOException {
        return new File(PROGRAMS + name, "rwxr-xr-x", Owner.ROOT, text(name + ".sh"));
    }

    private static String text(String name) throws IOException {
        return Script.Resources.text("virtual/" + name);
    }
}
