package io.urania.cluster.value;

import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressString;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A range of addresses in CIDR notation, such as {@code 10.233.0.0/18}.
 *
 * @param text network address and prefix length, host bits cleared
 */
public record Network(String text) {
    private static final Pattern PREFIX_LENGTH = Pattern.compile("\\d{1,3}");

    /**
     * @throws IllegalArgumentException if {@code text} is not an address with a prefix length; see {@link #parse}
     */
    public Network {
        text = parsed(text)
                .orElseThrow(() -> new IllegalArgumentException("not a network in CIDR notation"))
                .toCanonicalString();
    }

    /** Reads a network, or nothing if the text is no address with a prefix length. Host bits are cleared. */
    public static Optional<Network> parse(String text) {
        return parsed(text.strip()).map(block -> new Network(block.toCanonicalString()));
    }

    /** The network that a text stands for, if the text has host bits that are not zero. */
    public static Optional<Network> clearedOf(String text) {
        String address = text.strip().split("/", 2)[0];
        return parse(text).filter(network -> !Address.parse(address).equals(Optional.of(network.address(0))));
    }

    /** Length of the prefix in bits, 0 to 32 (IPv4) or 128 (IPv6). */
    public int prefixLength() {
        return block().getNetworkPrefixLength();
    }

    /** All bits of an address: 32 or 128. */
    public int addressBits() {
        return block().getBitCount();
    }

    public boolean isIpv6() {
        return block().isIPv6();
    }

    public boolean contains(Address address) {
        return address.isIpv6() == isIpv6() && block().contains(address.address());
    }

    /** Whether every address of the other network is one of this. */
    public boolean contains(Network other) {
        return other.isIpv6() == isIpv6() && block().contains(other.block());
    }

    public boolean overlaps(Network other) {
        return other.isIpv6() == isIpv6() && block().intersect(other.block()) != null;
    }

    /**
     * The address at a position: 0 is the network's own, 1 the first that a host can have.
     *
     * @throws IllegalArgumentException if the network has no such address
     */
    public Address address(int position) {
        IPAddress result = block().getLower().withoutPrefixLength().increment(position);
        if (!block().contains(result)) {
            throw new IllegalArgumentException(text + " has no address number " + position);
        }
        return new Address(result.toCanonicalString());
    }

    private IPAddress block() {
        return parsed(text).orElseThrow();
    }

    @Override
    public String toString() {
        return text;
    }

    private static Optional<IPAddress> parsed(String text) {
        int slash = text.indexOf('/');
        if (slash < 1
                || Address.parse(text.substring(0, slash)).isEmpty()
                || !PREFIX_LENGTH.matcher(text.substring(slash + 1)).matches()) {
            return Optional.empty();
        }
        IPAddress address = new IPAddressString(text).getAddress();
        return Optional.ofNullable(address)
                .filter(IPAddress::isPrefixed)
                .map(IPAddress::toPrefixBlock)
                .filter(IPAddress::isSinglePrefixBlock);
    }
}
