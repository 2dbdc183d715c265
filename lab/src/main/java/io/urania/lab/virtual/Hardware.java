package io.urania.lab.virtual;

import io.urania.lab.report.RackException;
import java.util.Arrays;
import java.util.Optional;

/** What a virtual machine of this machine's own architecture is made with. */
public enum Hardware {
    X86("amd64", "amd64", "qemu-system-x86", "qemu-system-x86_64", "pc", "ttyS0"),
    ARM("aarch64", "arm64", "qemu-system-arm", "qemu-system-aarch64", "virt,gic-version=max", "ttyAMA0");

    private final String javaName;
    private final String debianName;
    private final String emulatorPackage;
    private final String emulator;
    private final String board;
    private final String console;

    Hardware(
            String javaName, String debianName, String emulatorPackage, String emulator, String board, String console) {
        this.javaName = javaName;
        this.debianName = debianName;
        this.emulatorPackage = emulatorPackage;
        this.emulator = emulator;
        this.board = board;
        this.console = console;
    }

    /** That of this machine, if virtual machines of its kind are known. */
    public static Optional<Hardware> ofThisMachine() {
        String name = System.getProperty("os.arch", "");
        return Arrays.stream(values())
                .filter(hardware -> hardware.javaName.equals(name))
                .findFirst();
    }

    static Hardware required() throws RackException {
        return ofThisMachine()
                .orElseThrow(() -> new RackException(
                        "no virtual machines on " + System.getProperty("os.arch", "this architecture"),
                        "Urania supports them on amd64 and arm64",
                        "create a rack of containers"));
    }

    /** Debian's package of the kernel. */
    String kernelPackage() {
        return "linux-image-" + debianName;
    }

    /** Debian's package of the emulator. */
    public String emulatorPackage() {
        return emulatorPackage;
    }

    /** The emulator's program. */
    public String emulator() {
        return emulator;
    }

    /** As QEMU's {@code -machine} names it. */
    String board() {
        return board;
    }

    /** What its kernel is told if nobody says anything else. Interfaces have the names that the kernel gives them, as on a Raspberry Pi. */
    String kernelArguments() {
        return "root=LABEL=root rw net.ifnames=0 console=" + console;
    }
}
