package io.urania.cluster.spec.access;

import io.urania.cluster.value.Address;
import java.util.Optional;

/**
 * An IPv4 address with the size of its network.
 *
 * @param prefixLength 8 to 30
 */
public record HostAddress(Address address, int prefixLength) {

    private static final int LEAST = 8;
    private static final int MOST = 30;

    /** Reads {@code 192.168.1.11/24}. */
    public static Optional<HostAddress> parse(String text) {
        int slash = text.indexOf('/');
        if (slash < 0 || !text.substring(slash + 1).matches("[0-9]{1,2}")) {
            return Optional.empty();
        }
        int prefix = Integer.parseInt(text.substring(slash + 1));
        return Address.parse(text.substring(0, slash))
                .filter(address -> !address.isIpv6() && !address.isLoopback() && prefix >= LEAST && prefix <= MOST)
                .map(address -> new HostAddress(address, prefix));
    }

    /** Whether another address is reached without a gateway. */
    public boolean isNeighbour(Address other) {
        long mask = -1L << (Integer.SIZE - prefixLength);
        return !other.isIpv6() && (number(address) & mask) == (number(other) & mask);
    }

    private static long number(Address address) {
        long number = 0;
        for (String part : address.toString().split("\\.", -1)) {
            number = number << Byte.SIZE | Integer.parseInt(part);
        }
        return number;
    }

    @Override
    public String toString() {
        return address + "/" + prefixLength;
    }
}
