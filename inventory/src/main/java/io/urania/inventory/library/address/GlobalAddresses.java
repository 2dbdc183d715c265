package io.urania.inventory.library.address;

import inet.ipaddr.IPAddress;
import java.math.BigInteger;
import java.util.List;

/** Which addresses the registries of IANA call globally reachable, as netaddr 1.3 has them. */
final class GlobalAddresses {
    private static final List<Network> NOT_REACHABLE = networks(
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.168.0.0/16",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "240.0.0.0/4",
            "::1/128",
            "::/128",
            "::ffff:0:0/96",
            "64:ff9b:1::/48",
            "100::/64",
            "2001::/23",
            "2001:db8::/32",
            "2002::/16",
            "fc00::/7",
            "fe80::/10");

    private static final List<Network> EXCEPTIONS = networks(
            "192.0.0.9/32",
            "192.0.0.10/32",
            "2001:1::1/128",
            "2001:1::2/128",
            "2001:3::/32",
            "2001:4:112::/48",
            "2001:20::/28",
            "2001:30::/28");

    private GlobalAddresses() {}

    static boolean isGlobal(Network network) {
        Network single = Network.single(network.address());
        return NOT_REACHABLE.stream().noneMatch(range -> range.contains(single))
                || EXCEPTIONS.stream().anyMatch(range -> range.contains(single));
    }

    /** Whether an address is all ones and then all zeros, or the other way round. */
    static boolean isMask(IPAddress address) {
        BigInteger all = BigInteger.ONE.shiftLeft(address.getBitCount()).subtract(BigInteger.ONE);
        return isRunOfOnes(all.xor(address.getValue())) || isRunOfOnes(address.getValue());
    }

    private static boolean isRunOfOnes(BigInteger number) {
        return number.add(BigInteger.ONE).and(number).signum() == 0;
    }

    private static List<Network> networks(String... written) {
        return List.of(written).stream()
                .map(text -> Network.parse(text).orElseThrow())
                .toList();
    }
}
