package io.urania.lab.platform;

/** What a host of a rack runs. */
public record Platform(Distribution distribution, Architecture architecture) {
    /** What hosts have if nobody asks for another one: Debian 12 for this machine's processor. */
    public static Platform usual() {
        return new Platform(
                Distribution.USUAL,
                Architecture.ofThisMachine()
                        .orElseThrow(() -> new UnsupportedOperationException("no rack on "
                                + System.getProperty("os.arch", "this architecture")
                                + ": Urania supports them on amd64, arm64 and armhf")));
    }

    /** {@code debian-12/armhf}. */
    public String label() {
        return distribution.label() + "/" + architecture.label();
    }

    @Override
    public String toString() {
        return label();
    }
}
