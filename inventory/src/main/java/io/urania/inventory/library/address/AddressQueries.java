package io.urania.inventory.library.address;

import static java.util.Map.entry;

import inet.ipaddr.IPAddress;
import io.urania.inventory.library.Call;
import io.urania.inventory.value.Value;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Predicate;

/** What {@code ipaddr('query')} answers, as ansible.utils does with netaddr. */
final class AddressQueries {
    /** An address or network, and the call it is asked for. */
    private interface Query extends BiFunction<Network, Call, Value> {}

    private static final Map<String, Query> QUERIES = Map.ofEntries(
            entry("", (network, call) -> call.result(network.toString())),
            entry("address", AddressQueries::address),
            entry("ip", AddressQueries::address),
            entry("address/prefix", AddressQueries::hostWithPrefix),
            entry("gateway", AddressQueries::hostWithPrefix),
            entry("gw", AddressQueries::hostWithPrefix),
            entry("router", AddressQueries::hostWithPrefix),
            entry("host/prefix", AddressQueries::hostWithPrefix),
            entry("hostnet", AddressQueries::hostWithPrefix),
            entry("bool", (_, call) -> call.result(true)),
            entry(
                    "broadcast",
                    (network, call) -> network.size().compareTo(BigInteger.TWO) > 0
                            ? network.broadcast()
                                    .<Value>map(last -> text(last, call))
                                    .orElseGet(call::nothing)
                            : call.nothing()),
            entry("cidr", (network, call) -> call.result(network.withPrefix(network.address()))),
            entry("first_usable", usable((network, _) -> Optional.of(network.firstUsable()))),
            entry("last_usable", usable((network, _) -> Optional.of(network.lastUsable()))),
            entry("next_usable", usable((network, call) -> network.usableAt(BigInteger.ONE))),
            entry("previous_usable", usable((network, call) -> network.usableAt(BigInteger.ONE.negate()))),
            entry("range_usable", AddressQueries::usableRange),
            entry("host", AddressQueries::host),
            entry("hostmask", (network, call) -> text(network.hostmask(), call)),
            entry("wildcard", (network, call) -> text(network.hostmask(), call)),
            entry("int", AddressQueries::number),
            entry(
                    "ip/prefix",
                    (network, call) -> isHostOfNetwork(network)
                            ? call.result(network.withPrefix(network.address()))
                            : call.nothing()),
            entry(
                    "ip_netmask",
                    (network, call) -> isHostOfNetwork(network)
                            ? call.result(Network.text(network.address()) + " " + Network.text(network.netmask()))
                            : call.nothing()),
            entry("link-local", when(AddressQueries::isLinkLocal)),
            entry("lo", when(network -> network.isWithin("127.0.0.0/8", "::1/128"))),
            entry("loopback", when(network -> network.isWithin("127.0.0.0/8", "::1/128"))),
            entry("multicast", when(AddressQueries::isMulticast)),
            entry("unicast", when(network -> !isMulticast(network))),
            entry(
                    "net",
                    (network, call) -> !network.isSingle() && network.isFirst()
                            ? call.result(network.withPrefix(network.first()))
                            : call.nothing()),
            entry("netmask", (network, call) -> text(network.netmask(), call)),
            entry("network", (network, call) -> text(network.first(), call)),
            entry("network_id", (network, call) -> text(network.first(), call)),
            entry("network/prefix", (network, call) -> call.result(network.withPrefix(network.first()))),
            entry("subnet", (network, call) -> call.result(network.withPrefix(network.first()))),
            entry(
                    "network_netmask",
                    (network, call) ->
                            call.result(Network.text(network.first()) + " " + Network.text(network.netmask()))),
            entry(
                    "network_wildcard",
                    (network, call) ->
                            call.result(Network.text(network.first()) + " " + Network.text(network.hostmask()))),
            entry("peer", AddressQueries::peer),
            entry("prefix", (network, call) -> call.result(BigInteger.valueOf(network.prefix()))),
            entry("private", when(network -> !GlobalAddresses.isGlobal(network))),
            entry("public", when(AddressQueries::isPublic)),
            entry("revdns", (network, call) -> call.result(network.address().toReverseDNSLookupString() + ".")),
            entry("size", (network, call) -> call.result(network.size())),
            entry("size_usable", (network, call) -> call.result(usableSize(network))),
            entry(
                    "type",
                    (network, call) -> call.result(network.isSingle() || !network.isFirst() ? "address" : "network")),
            entry(
                    "version",
                    (network, call) ->
                            call.result(BigInteger.valueOf(network.address().isIPv6() ? 6 : 4))),
            entry("wrap", AddressQueries::wrapped));

    private AddressQueries() {}

    /** Empty if there is no such query. */
    static Optional<Value> answer(String query, Network network, Call call) {
        return Optional.ofNullable(QUERIES.get(query)).map(function -> function.apply(network, call));
    }

    static List<String> names() {
        return List.copyOf(QUERIES.keySet());
    }

    private static Value text(IPAddress address, Call call) {
        return call.result(Network.text(address));
    }

    private static Query when(Predicate<Network> fits) {
        return (network, call) -> fits.test(network) ? call.result(network.asWritten()) : call.nothing();
    }

    private static Query usable(BiFunction<Network, Call, Optional<IPAddress>> choice) {
        return (network, call) -> {
            requirePrefix(network, call);
            return network.isSingle()
                    ? call.nothing()
                    : choice.apply(network, call)
                            .<Value>map(address -> text(address, call))
                            .orElseGet(call::nothing);
        };
    }

    private static void requirePrefix(Network network, Call call) {
        if (!network.written()) {
            throw call.wrong(
                    "'" + network + "' is not a network address", "this query expects an address with a prefix");
        }
    }

    private static Value address(Network network, Call call) {
        boolean shown = network.isSingle()
                || !network.isFirst()
                || network.broadcast().isEmpty()
                || network.address().isIPv6();
        return shown ? text(network.address(), call) : call.nothing();
    }

    private static Value hostWithPrefix(Network network, Call call) {
        boolean edge = network.size().compareTo(BigInteger.TWO) > 0
                && (network.isFirst()
                        || network.broadcast().filter(network.address()::equals).isPresent());
        return edge ? call.result(false) : call.result(network.withPrefix(network.address()));
    }

    private static Value host(Network network, Call call) {
        boolean shown =
                network.isSingle() || !network.isFirst() || network.broadcast().isEmpty();
        return shown ? call.result(network.withPrefix(network.address())) : call.nothing();
    }

    private static Value number(Network network, Call call) {
        BigInteger number = network.address().getValue();
        return network.written() ? call.result(number + "/" + network.prefix()) : call.result(number);
    }

    private static boolean isHostOfNetwork(Network network) {
        return network.size().equals(BigInteger.TWO) || (!network.isSingle() && !network.isFirst());
    }

    private static boolean isLinkLocal(Network network) {
        return network.isWithin("169.254.0.0/16", "fe80::/10");
    }

    private static boolean isMulticast(Network network) {
        return network.isWithin("224.0.0.0/4", "ff00::/8");
    }

    private static boolean isPublic(Network network) {
        return !isMulticast(network)
                && GlobalAddresses.isGlobal(network)
                && !network.isWithin("127.0.0.0/8", "::1/128")
                && !GlobalAddresses.isMask(network.address());
    }

    private static Value usableRange(Network network, Call call) {
        requirePrefix(network, call);
        return network.isSingle()
                ? call.nothing()
                : call.result(Network.text(network.firstUsable()) + "-" + Network.text(network.lastUsable()));
    }

    private static BigInteger usableSize(Network network) {
        if (network.isSingle()) {
            return BigInteger.ZERO;
        }
        return network.size().equals(BigInteger.TWO)
                ? BigInteger.TWO
                : network.size().subtract(BigInteger.TWO);
    }

    private static Value peer(Network network, Call call) {
        requirePrefix(network, call);
        int last = network.address().getValue().intValue() & 3;
        if (network.size().equals(BigInteger.TWO)) {
            return text(network.beside(1), call);
        }
        if (!network.size().equals(BigInteger.valueOf(4)) || last == 0 || last == 3) {
            throw call.wrong("'" + network + "' has no peer", "only hosts of two-address networks have a peer");
        }
        return text(network.beside(3), call);
    }

    private static Value wrapped(Network network, Call call) {
        if (!network.address().isIPv6()) {
            return call.result(network.asWritten());
        }
        String brackets = "[" + Network.text(network.address()) + "]";
        return call.result(network.written() ? brackets + "/" + network.prefix() : brackets);
    }
}
