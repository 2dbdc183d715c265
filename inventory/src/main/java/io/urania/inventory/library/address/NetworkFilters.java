package io.urania.inventory.library.address;

import io.urania.inventory.library.Call;
import io.urania.inventory.library.Filter;
import io.urania.inventory.python.Display;
import io.urania.inventory.python.Numbers;
import io.urania.inventory.value.TextValue;
import io.urania.inventory.value.Value;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The filters of ansible.utils that compute with addresses and networks. */
public final class NetworkFilters {
    private NetworkFilters() {}

    public static Map<String, Filter> all() {
        return Map.of(
                "ipsubnet", NetworkFilters::subnet,
                "ipmath", NetworkFilters::shift,
                "next_nth_usable", (subject, call) -> usable(subject, call, false),
                "previous_nth_usable", (subject, call) -> usable(subject, call, true),
                "network_in_network", (subject, call) -> call.result(contains(subject, call)),
                "network_in_usable", NetworkFilters::containsUsable,
                "reduce_on_network", NetworkFilters::reduce,
                "ip4_hex", NetworkFilters::hexadecimal);
    }

    /** How many subnets of a size there are, or the one at an index, or the place of this one in a larger network. */
    private static Value subnet(Value subject, Call call) {
        call.accept("query", "index");
        Optional<Network> parsed = AddressFilters.network(subject);
        if (parsed.isEmpty()) {
            return call.result(false);
        }
        boolean single = parsed.get().isSingle() || !parsed.get().isFirst();
        Network network = parsed.get().cidr();
        String query = call.text(0, "query", "");
        if (query.isEmpty()) {
            return call.result(network.withPrefix(network.address()));
        }
        if (!query.matches("[0-9]{1,3}")) {
            return place(network, query, call);
        }
        if (single && !network.isSingle()) {
            throw call.wrong(
                    "'" + subject.type() + "' is a host of a network", "'ipsubnet' expects a network or an address");
        }
        int prefix = Integer.parseInt(query);
        if (prefix > network.address().getBitCount()) {
            return call.result(false);
        }
        boolean indexed = call.argument(1, "index").isPresent();
        int index = call.integer(1, "index", 0);
        if (network.isSingle()) {
            if (index != 0) {
                throw call.wrong("'ipsubnet' with an index expects a network", "an address has one network of a size");
            }
            return call.result(network.resized(prefix).toString());
        }
        if (prefix < network.prefix()) {
            if (indexed) {
                return call.result(false);
            }
            throw call.wrong("a network of " + network.prefix() + " bits has no subnets of " + prefix, "");
        }
        BigInteger count = BigInteger.ONE.shiftLeft(prefix - network.prefix());
        if (!indexed) {
            return call.result(count.toString());
        }
        BigInteger wanted = BigInteger.valueOf(index).add(index < 0 ? count : BigInteger.ZERO);
        boolean exists = wanted.signum() >= 0 && wanted.compareTo(count) < 0;
        return exists ? call.result(network.part(wanted, prefix).toString()) : call.result(false);
    }

    private static Value place(Network network, String query, Call call) {
        Network whole = Network.parse(query)
                .map(Network::cidr)
                .orElseThrow(() -> call.wrong("'" + query + "' is neither a size nor a network", ""));
        if (!whole.contains(network)) {
            throw call.wrong("'" + network + "' is not in '" + whole + "'", "");
        }
        BigInteger distance =
                network.address().getValue().subtract(whole.address().getValue());
        int bits = network.address().getBitCount() - network.prefix();
        return call.result(distance.shiftRight(bits).add(BigInteger.ONE).toString());
    }

    private static Value shift(Value subject, Call call) {
        call.accept("amount");
        BigInteger amount = Numbers.integer(call.required(0, "amount"))
                .orElseThrow(() -> call.wrong("'ipmath' expects an integer", ""));
        Network network = subject instanceof TextValue text
                ? Network.parse(text.text())
                        .orElseThrow(() -> call.wrong("'" + text.text() + "' is not an address", ""))
                : Network.parse("").orElseThrow(() -> call.wrongSubject(subject, "an address as text"));
        return network.shifted(amount)
                .<Value>map(address -> call.result(Network.text(address)))
                .orElseThrow(() -> call.wrong("no address is that far from '" + Display.text(subject) + "'", ""));
    }

    private static Value usable(Value subject, Call call, boolean previous) {
        call.accept("offset");
        BigInteger offset = Numbers.integer(call.required(0, "offset"))
                .orElseThrow(() -> call.wrong("'" + call.name() + "' expects an integer", ""));
        Optional<Network> network = AddressFilters.network(subject);
        if (network.isEmpty()) {
            return call.result(false);
        }
        // Ansible counts from a network's first address unless a host of it is given.
        return network.get()
                .usableAt(previous ? offset.negate() : offset)
                .<Value>map(address -> call.result(Network.text(address)))
                .orElseGet(call::nothing);
    }

    private static boolean contains(Value subject, Call call) {
        call.accept("test");
        return network(subject, call)
                .cidr()
                .contains(network(call.required(0, "test"), call).cidr());
    }

    /** The test {@code in_network}: false for what is no address. */
    public static boolean isIn(Value subject, Call call) {
        call.accept("network");
        Optional<Network> address = AddressFilters.network(subject);
        Optional<Network> whole = AddressFilters.network(call.required(0, "network"));
        return address.isPresent()
                && whole.isPresent()
                && whole.get().cidr().contains(address.get().cidr());
    }

    private static Value containsUsable(Value subject, Call call) {
        call.accept("test");
        Network whole = network(subject, call).cidr();
        Network part = network(call.required(0, "test"), call).cidr();
        if (whole.isSingle()) {
            return call.result(whole.contains(part));
        }
        if (whole.address().isIPv6() != part.address().isIPv6()) {
            return call.result(false);
        }
        BigInteger first = part.address().getValue();
        BigInteger last = first.add(part.size()).subtract(BigInteger.ONE);
        return call.result(first.compareTo(whole.firstUsable().getValue()) >= 0
                && last.compareTo(whole.lastUsable().getValue()) <= 0);
    }

    private static Value reduce(Value subject, Call call) {
        call.accept("network");
        Network whole = network(call.required(0, "network"), call).cidr();
        List<Value> inside = new ArrayList<>();
        for (Value element : call.elements(subject)) {
            if (whole.contains(network(element, call).cidr())) {
                inside.add(element);
            }
        }
        return call.result(inside);
    }

    private static Value hexadecimal(Value subject, Call call) {
        call.accept("delimiter");
        Network network = network(subject, call);
        if (network.address().isIPv6() || network.written()) {
            throw call.wrong("'ip4_hex' expects an IPv4 address", "");
        }
        List<String> parts = new ArrayList<>();
        for (byte part : network.address().getBytes()) {
            parts.add(String.format(Locale.ROOT, "%02x", part & 0xff));
        }
        return call.result(String.join(call.text(0, "delimiter", ""), parts));
    }

    private static Network network(Value value, Call call) {
        return AddressFilters.network(value)
                .orElseThrow(() -> call.wrong("'" + Display.text(value) + "' is neither an address nor a network", ""));
    }
}
