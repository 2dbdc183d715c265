package io.urania.lab.layout;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An IPv4 network.
 *
 * @param base the network's first address as an unsigned 32-bit number
 * @param prefix 0 to 32
 */
public record Subnet(long base, int prefix) {
    private static final Pattern CIDR =
            Pattern.compile("(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})(?:/(\\d{1,2}))?");

    public Subnet {
        if (prefix < 0 || prefix > 32 || base < 0 || base > 0xffff_ffffL) {
            throw new IllegalArgumentException("not an IPv4 network: " + base + "/" + prefix);
        }
        base &= mask(prefix);
    }

    /** Reads {@code 10.42.253.0/24}; bits after the prefix are dropped, an address alone is a network of one. */
    public static Subnet parse(String text) {
        Matcher matcher = CIDR.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("not an IPv4 network: " + text);
        }
        long base = 0;
        for (int group = 1; group <= 4; group++) {
            base = base << 8 | Integer.parseInt(matcher.group(group));
        }
        String prefix = matcher.group(5);
        return new Subnet(base, prefix == null ? 32 : Integer.parseInt(prefix));
    }

    public boolean overlaps(Subnet other) {
        long mask = mask(Math.min(prefix, other.prefix));
        return (base & mask) == (other.base & mask);
    }

    /** The address this many places after the network's first. */
    public String address(int offset) {
        long address = base + offset;
        return "%d.%d.%d.%d".formatted(address >> 24, address >> 16 & 255, address >> 8 & 255, address & 255);
    }

    /** The first three parts of the address as one hexadecimal number: short, and another one for each /24. */
    String number() {
        return Long.toHexString(base >> 8);
    }

    private static long mask(int prefix) {
        return prefix == 0 ? 0 : 0xffff_ffffL << (32 - prefix) & 0xffff_ffffL;
    }

    @Override
    public String toString() {
        return address(0) + "/" + prefix;
    }
}
