package io.urania.cluster.value;

import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressString;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One IPv4 or IPv6 address.
 *
 * @param text the canonical spelling, without prefix length or zone
 */
public record Address(String text) implements Comparable<Address> {
    private static final String OCTET = "(?:0|[1-9]\\d{0,2})";

    /** No prefix length, no zone, no wildcard, no octal number: what the library would also read. */
    private static final Pattern PLAIN =
            Pattern.compile("(?:" + OCTET + "\\.){3}" + OCTET + "|[0-9A-Fa-f.:]*:[0-9A-Fa-f.:]*");

    /**
     * @throws IllegalArgumentException if {@code text} is not an address; see {@link #parse}
     */
    public Address {
        text = parsed(text)
                .orElseThrow(() -> new IllegalArgumentException("not an IP address"))
                .toCanonicalString();
    }

    /** Reads an address, or nothing if the text is a name, a network or a range. */
    public static Optional<Address> parse(String text) {
        return parsed(text.strip()).map(address -> new Address(address.toCanonicalString()));
    }

    public boolean isIpv6() {
        return address().isIPv6();
    }

    /** Whether it is the host itself for whoever asks: 127.0.0.0/8 or ::1. */
    public boolean isLoopback() {
        return address().isLoopback();
    }

    /** Whether other hosts can reach a host by it: not one that means the host itself, any, several or all of a link. */
    public boolean isReachable() {
        IPAddress address = address();
        return !address.isLoopback()
                && !address.isAnyLocal()
                && !address.isMulticast()
                && !address.isLinkLocal()
                && !text.equals("255.255.255.255");
    }

    /** The address as it stands in front of a port: an IPv6 address in brackets. */
    public String beforePort() {
        return isIpv6() ? "[" + text + "]" : text;
    }

    /** The network of this address alone, as {@code 169.254.25.10/32}. */
    public Network alone() {
        return new Network(text + (isIpv6() ? "/128" : "/32"));
    }

    IPAddress address() {
        return parsed(text).orElseThrow();
    }

    @Override
    public int compareTo(Address other) {
        return address().compareTo(other.address());
    }

    @Override
    public String toString() {
        return text;
    }

    private static Optional<IPAddress> parsed(String text) {
        if (!PLAIN.matcher(text).matches()) {
            return Optional.empty();
        }
        IPAddress address = new IPAddressString(text).getAddress();
        return Optional.ofNullable(address).filter(one -> !one.isMultiple() && !one.isPrefixed());
    }
}
