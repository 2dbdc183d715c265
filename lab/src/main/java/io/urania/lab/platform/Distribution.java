package io.urania.lab.platform;

import com.google.gson.annotations.SerializedName;
import java.util.Arrays;
import java.util.Optional;

/** An operating system that hosts of a rack can have. */
public enum Distribution {
    @SerializedName("debian-11")
    DEBIAN_11("debian-11", "Debian bullseye", "bullseye"),
    @SerializedName("debian-12")
    DEBIAN_12("debian-12", "Debian bookworm", "bookworm"),
    @SerializedName("debian-13")
    DEBIAN_13("debian-13", "Debian trixie", "trixie"),
    /** Debian's programs with the real pacman instead of apt, and a small repository of its own. */
    @SerializedName("arch")
    ARCH("arch", "Arch Linux", "bookworm");

    /** What hosts have if nobody asks for another one. */
    public static final Distribution USUAL = DEBIAN_12;

    private final String label;
    private final String title;
    private final String release;

    Distribution(String label, String title, String release) {
        this.label = label;
        this.title = title;
        this.release = release;
    }

    /** The one of this name. */
    static Optional<Distribution> parse(String word) {
        return Arrays.stream(values())
                .filter(distribution -> distribution.label.equals(word))
                .findFirst();
    }

    /** As options and files have it. */
    public String label() {
        return label;
    }

    /** As people read it. */
    public String title() {
        return title;
    }

    /** The code name of the Debian release that its programs are from. */
    public String release() {
        return release;
    }

    @Override
    public String toString() {
        return label;
    }
}
