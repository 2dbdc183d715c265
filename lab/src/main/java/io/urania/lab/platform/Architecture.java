package io.urania.lab.platform;

import com.google.gson.annotations.SerializedName;
import java.util.Arrays;
import java.util.Optional;

/** A processor architecture that hosts of a rack can have. A host of another one than this machine's has its programs translated by QEMU. */
public enum Architecture {
    @SerializedName("amd64")
    AMD64("amd64", "x86_64", "amd64", Header.WIDE, "3e"),
    @SerializedName("arm64")
    ARM64("arm64", "aarch64", "aarch64", Header.WIDE, "b7"),
    /** 32-bit ARM version 7 with hardware floating point. */
    @SerializedName("armhf")
    ARMHF("armhf", "arm", "arm", Header.NARROW, "28");

    private final String label;
    private final String emulator;
    private final String javaName;
    private final Header header;
    private final String number;

    Architecture(String label, String emulator, String javaName, Header header, String number) {
        this.label = label;
        this.emulator = emulator;
        this.javaName = javaName;
        this.header = header;
        this.number = number;
    }

    /** The width of addresses, as the fifth byte of a program has it: elf(5). */
    private enum Header {
        NARROW("01"),
        WIDE("02");

        private final String width;

        Header(String width) {
            this.width = width;
        }
    }

    /** That of this machine, if hosts of a rack can have it. */
    public static Optional<Architecture> ofThisMachine() {
        // Java on a Mac has the other name.
        String name = System.getProperty("os.arch", "").replace("x86_64", "amd64");
        return Arrays.stream(values())
                .filter(architecture -> architecture.javaName.equals(name))
                .findFirst();
    }

    /** The one of this name, in Debian's spelling. */
    static Optional<Architecture> parse(String word) {
        return Arrays.stream(values())
                .filter(architecture -> architecture.label.equals(word))
                .findFirst();
    }

    /** Debian's name for it. */
    public String label() {
        return label;
    }

    /** Whether this machine's processor is of another one. */
    public boolean isForeign() {
        return !ofThisMachine().equals(Optional.of(this));
    }

    /** QEMU's name for it: its emulator of programs is {@code qemu-NAME}. */
    public String emulator() {
        return emulator;
    }

    /**
     * The first twenty bytes of its programs, in hexadecimal digits, so that a kernel that is given them takes no program of another
     * architecture for one of this.
     */
    public String programStart() {
        return "7f454c46" + header.width + "010100" + "00".repeat(8) + "0200" + number + "00";
    }

    /** Which bits of {@link #programStart} count: neither the system that a program was made for, nor whether it may be loaded anywhere. */
    public String programMask() {
        return "ffffffffffffff00" + "ff".repeat(8) + "feffffff";
    }

    @Override
    public String toString() {
        return label;
    }
}
