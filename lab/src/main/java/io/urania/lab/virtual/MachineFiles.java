package io.urania.lab.virtual;

import io.urania.lab.host.HostFiles;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a virtual machine has in its host's directory besides. */
record MachineFiles(HostFiles host) {
    /** The monitor's socket; named without its directory, for the path of a socket has 107 characters at most: unix(7). */
    static final String MONITOR = "monitor";

    static final String BOOT_SCRIPT = "boot.sh";

    Path directory() {
        return host.directory();
    }

    /** The root file system; it is there as soon as it is whole. */
    Path disk() {
        return directory().resolve("disk");
    }

    Path kernel() {
        return directory().resolve("kernel");
    }

    Path initialRamDisk() {
        return directory().resolve("initrd");
    }

    /** The script with which QEMU connects the machine to the bridge. */
    Path linkScript() {
        return directory().resolve("link.sh");
    }

    /** What runs the machine, and boots it again. */
    Path bootScript() {
        return directory().resolve(BOOT_SCRIPT);
    }

    /** There as long as the machine's cable is pulled: {@code boot.sh} asks when the machine boots itself. */
    Path unplugged() {
        return directory().resolve("unplugged");
    }

    /** What the emulator itself has to say. */
    Path emulatorLog() {
        return directory().resolve("emulator.log");
    }

    boolean hasDisk() {
        return Files.exists(disk());
    }
}
