package io.urania.cluster.reader.source;

/**
 * The address families of a cluster: one of them at least.
 *
 * @param ipv4 whether it has IPv4 addresses; they come first
 * @param ipv6 whether it has IPv6 addresses
 */
public record Families(boolean ipv4, boolean ipv6) {

    /** Whether the family that comes first is IPv6. */
    public boolean isIpv6First() {
        return !ipv4;
    }

    public boolean isDualStack() {
        return ipv4 && ipv6;
    }

    /** A family's name. */
    public static String word(boolean ipv6) {
        return ipv6 ? "IPv6" : "IPv4";
    }
}
