package io.urania.inventory.library.address;

import inet.ipaddr.AddressStringException;
import inet.ipaddr.AddressStringParameters.RangeParameters;
import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressString;
import inet.ipaddr.IPAddressStringParameters;
import inet.ipaddr.IncompatibleAddressException;
import inet.ipaddr.ipv4.IPv4Address;
import inet.ipaddr.ipv6.IPv6Address;
import java.math.BigInteger;
import java.util.Optional;

/**
 * An IP address with the length of its network's prefix, as netaddr's {@code IPNetwork}.
 *
 * @param address the address as written, host part and all
 * @param written whether a prefix or netmask stood behind the address
 */
record Network(IPAddress address, int prefix, boolean written) {
    /** As netaddr: four decimal parts without leading zeros, no ranges, no wildcards, no zones. */
    private static final IPAddressStringParameters STRICT = new IPAddressStringParameters.Builder()
            .allowEmpty(false)
            .allowAll(false)
            .allowPrefix(false)
            .allowMask(false)
            .allowSingleSegment(false)
            .allowWildcardedSeparator(false)
            .setRangeOptions(RangeParameters.NO_RANGE)
            .getIPv4AddressParametersBuilder()
            .allow_inet_aton(false)
            .allowLeadingZeros(false)
            .allowBinary(false)
            .getParentBuilder()
            .getIPv6AddressParametersBuilder()
            .allowZone(false)
            .allowBase85(false)
            .allowBinary(false)
            .getParentBuilder()
            .toParams();

    static Optional<Network> parse(String text) {
        int slash = text.indexOf('/');
        Optional<IPAddress> address = address(slash < 0 ? text : text.substring(0, slash));
        if (address.isEmpty()) {
            return Optional.empty();
        }
        int bits = address.get().getBitCount();
        if (slash < 0) {
            return Optional.of(new Network(address.get(), bits, false));
        }
        String behind = text.substring(slash + 1);
        if (!behind.isEmpty() && behind.length() <= 3 && behind.chars().allMatch(c -> c >= '0' && c <= '9')) {
            int prefix = Integer.parseInt(behind);
            return prefix <= bits ? Optional.of(new Network(address.get(), prefix, true)) : Optional.empty();
        }
        return address(behind)
                .filter(mask -> mask.getBitCount() == bits)
                .map(mask -> mask.getBlockMaskPrefixLength(true))
                .map(prefix -> new Network(address.get(), prefix, true));
    }

    /** The address that is a number: of version 4 if it is small enough. */
    static Optional<Network> of(BigInteger number) {
        if (number.signum() < 0 || number.bitLength() > IPv6Address.BIT_COUNT) {
            return Optional.empty();
        }
        IPAddress address = address(number, number.bitLength() > IPv4Address.BIT_COUNT);
        return Optional.of(new Network(address, address.getBitCount(), false));
    }

    BigInteger size() {
        return BigInteger.ONE.shiftLeft(address.getBitCount() - prefix);
    }

    boolean isSingle() {
        return prefix == address.getBitCount();
    }

    /** The address with all bits of the host zero. */
    IPAddress first() {
        return at(BigInteger.ZERO);
    }

    boolean isFirst() {
        return address.equals(first());
    }

    /** The last address; as in netaddr none in a version 4 network of one or two addresses, and one in any of version 6. */
    Optional<IPAddress> broadcast() {
        boolean has = address.isIPv6() || address.getBitCount() - prefix > 1;
        return has ? Optional.of(at(size().subtract(BigInteger.ONE))) : Optional.empty();
    }

    IPAddress netmask() {
        BigInteger ones = BigInteger.ONE.shiftLeft(address.getBitCount()).subtract(BigInteger.ONE);
        return address(ones.subtract(size().subtract(BigInteger.ONE)), address.isIPv6());
    }

    /** The address at an index, from the end if it is negative; empty outside of the network. */
    Optional<IPAddress> host(BigInteger index) {
        BigInteger fromStart = index.signum() < 0 ? size().add(index) : index;
        return fromStart.signum() >= 0 && fromStart.compareTo(size()) < 0
                ? Optional.of(at(fromStart))
                : Optional.empty();
    }

    /** The network this is in, written with its prefix. */
    Network cidr() {
        return new Network(first(), prefix, true);
    }

    /** The network of another size that this address is in. */
    Network resized(int size) {
        return new Network(address, size, true).cidr();
    }

    /** The subnet of a size at an index, which must be in this network. */
    Network part(BigInteger index, int size) {
        return new Network(at(index.shiftLeft(address.getBitCount() - size)), size, true);
    }

    /** The address so far from this one; empty beyond the first and last there are. */
    Optional<IPAddress> shifted(BigInteger distance) {
        BigInteger number = address.getValue().add(distance);
        return number.signum() >= 0 && number.bitLength() <= address.getBitCount()
                ? Optional.of(address(number, address.isIPv6()))
                : Optional.empty();
    }

    static Network single(IPAddress address) {
        return new Network(address, address.getBitCount(), false);
    }

    /** The first address for a host; not of a single address. */
    IPAddress firstUsable() {
        return at(hasReserved() ? BigInteger.ONE : BigInteger.ZERO);
    }

    /** The last address for a host; not of a single address. */
    IPAddress lastUsable() {
        return at(size().subtract(hasReserved() ? BigInteger.TWO : BigInteger.ONE));
    }

    /** The address so far from this one, if it is for a host of this network. */
    Optional<IPAddress> usableAt(BigInteger distance) {
        BigInteger number = address.getValue().add(distance);
        boolean usable = !isSingle()
                && number.compareTo(firstUsable().getValue()) >= 0
                && number.compareTo(lastUsable().getValue()) <= 0;
        return usable ? Optional.of(address(number, address.isIPv6())) : Optional.empty();
    }

    private boolean hasReserved() {
        return size().compareTo(BigInteger.TWO) > 0;
    }

    IPAddress hostmask() {
        return address(size().subtract(BigInteger.ONE), address.isIPv6());
    }

    /** The address that differs in these bits. */
    IPAddress beside(int bits) {
        return address(address.getValue().xor(BigInteger.valueOf(bits)), address.isIPv6());
    }

    /** Whether the address is in one of these networks. */
    boolean isWithin(String version4, String version6) {
        Network range = parse(address.isIPv6() ? version6 : version4).orElseThrow();
        return range.contains(single(address));
    }

    /** As {@link #toString}: what a query that only asks gives back. */
    String asWritten() {
        return toString();
    }

    boolean contains(Network other) {
        return address.getBitCount() == other.address.getBitCount()
                && other.prefix >= prefix
                && new Network(other.address, prefix, true).first().equals(first());
    }

    static String text(IPAddress address) {
        boolean mapped = address.isIPv6() && address.toIPv6().isIPv4Mapped();
        return mapped ? address.toIPv6().toMixedString() : address.toCanonicalString();
    }

    String withPrefix(IPAddress host) {
        return text(host) + "/" + prefix;
    }

    @Override
    public String toString() {
        return written ? withPrefix(address) : text(address);
    }

    private IPAddress at(BigInteger index) {
        int hostBits = address.getBitCount() - prefix;
        BigInteger network = address.getValue().shiftRight(hostBits).shiftLeft(hostBits);
        return address(network.add(index), address.isIPv6());
    }

    private static IPAddress address(BigInteger number, boolean version6) {
        return version6 ? new IPv6Address(number) : new IPv4Address(number.intValue());
    }

    private static Optional<IPAddress> address(String text) {
        try {
            return Optional.of(new IPAddressString(text, STRICT).toAddress());
        } catch (AddressStringException | IncompatibleAddressException notAnAddress) {
            return Optional.empty();
        }
    }
}
