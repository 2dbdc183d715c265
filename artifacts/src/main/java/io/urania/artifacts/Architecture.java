package io.urania.artifacts;

import java.util.Locale;

/** A processor architecture that a host of the cluster can have, by the names Go and Kubernetes use. */
public enum Architecture {
    /** 64-bit x86: the virtual rack on an ordinary machine. */
    AMD64("amd64", "x86_64"),
    /** 64-bit ARM: a Raspberry Pi with a 64-bit userland. */
    ARM64("arm64", "aarch64"),
    /** 32-bit ARM version 7 with hardware floating point: a Raspberry Pi with a 32-bit userland. */
    ARM("armhf", "armv7l");

    private final String debianName;
    private final String machine;

    Architecture(String debianName, String machine) {
        this.debianName = debianName;
        this.machine = machine;
    }

    /** The name in Go, Kubernetes and container images: {@code amd64}, {@code arm64}, {@code arm}. */
    public String goName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The name in Debian: {@code amd64}, {@code arm64}, {@code armhf}. */
    public String debianName() {
        return debianName;
    }

    /**
     * What {@code uname -m} prints on such a host. A 64-bit kernel can carry a 32-bit userland: ask
     * {@code dpkg --print-architecture} or {@code getconf LONG_BIT} on a host, not only {@code uname}.
     */
    public String machine() {
        return machine;
    }

    /** The variant in a container image's platform: {@code v7} for 32-bit ARM, {@code v8} for 64-bit ARM, else empty. */
    public String variant() {
        return switch (this) {
            case AMD64 -> "";
            case ARM64 -> "v8";
            case ARM -> "v7";
        };
    }

    /** The architecture of that name, in Go's, Debian's or the kernel's spelling. */
    public static Architecture parse(String text) throws ArtifactException {
        String wanted = text.strip().toLowerCase(Locale.ROOT);
        for (Architecture architecture : values()) {
            if (wanted.equals(architecture.goName())
                    || wanted.equals(architecture.debianName)
                    || wanted.equals(architecture.machine)) {
                return architecture;
            }
        }
        throw new ArtifactException(
                "unknown architecture \"" + text + "\"", "Urania supports amd64, arm64 and arm", "use one of these");
    }

    @Override
    public String toString() {
        return goName();
    }
}
