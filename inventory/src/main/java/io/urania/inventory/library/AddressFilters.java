package io.urania.inventory.library;

import inet.ipaddr.IPAddress;
import io.urania.inventory.problem.Suggestion;
import io.urania.inventory.python.Display;
import io.urania.inventory.python.Numbers;
import io.urania.inventory.python.OperationException;
import io.urania.inventory.python.Truth;
import io.urania.inventory.value.IntegerValue;
import io.urania.inventory.value.ListValue;
import io.urania.inventory.value.NullValue;
import io.urania.inventory.value.TextValue;
import io.urania.inventory.value.Value;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The {@code ipaddr} family of ansible.utils. What is no address gives false; an address that does not fit the query gives nothing
 * ({@code none}); both vanish from lists.
 */
final class AddressFilters {
    private static final List<String> QUERIES = List.of(
            "net",
            "network",
            "subnet",
            "address",
            "ip",
            "host",
            "host/prefix",
            "netmask",
            "prefix",
            "broadcast",
            "size",
            "int",
            "version",
            "type",
            "public",
            "private");

    private AddressFilters() {}

    static Map<String, Filter> all() {
        return Map.of(
                "ipaddr", (subject, call) -> each(subject, call, 0),
                "ipv4", (subject, call) -> each(subject, call, 4),
                "ipv6", (subject, call) -> each(subject, call, 6),
                "ipwrap", AddressFilters::wrap,
                "nthhost", AddressFilters::nthHost);
    }

    private static Value each(Value subject, Call call, int version) {
        call.accept("query");
        if (subject instanceof ListValue list) {
            return call.result(list.elements().stream()
                    .map(element -> one(element, call, version))
                    .filter(Truth::of)
                    .toList());
        }
        return one(subject, call, version);
    }

    private static Value one(Value subject, Call call, int version) {
        Optional<Network> network =
                network(subject).filter(found -> version == 0 || found.address().isIPv6() == (version == 6));
        if (network.isEmpty()) {
            return call.result(false);
        }
        Optional<Value> query = call.argument(0, "query");
        Optional<BigInteger> index = query.flatMap(AddressFilters::index);
        if (index.isPresent() && network.get().isSingle()) {
            return call.result(network.get().toString());
        }
        if (index.isPresent()) {
            return network.get()
                    .host(index.get())
                    .<Value>map(host -> call.result(network.get().withPrefix(host)))
                    .orElseGet(() -> call.result(false));
        }
        return asked(network.get(), query.map(Display::text).orElse(""), call);
    }

    private static Value asked(Network network, String query, Call call) {
        IPAddress address = network.address();
        return switch (query) {
            case "" -> call.result(network.toString());
            case "net" -> when(!network.isSingle() && network.isFirst(), network.withPrefix(address), call);
            case "network" -> call.result(Network.text(network.first()));
            case "subnet" -> call.result(network.withPrefix(network.first()));
            case "address", "ip" -> when(isHost(network) || network.broadcast().isEmpty(), Network.text(address), call);
            case "host", "host/prefix" -> when(isHost(network), network.withPrefix(address), call);
            case "netmask" -> call.result(Network.text(network.netmask()));
            case "prefix" -> call.result(BigInteger.valueOf(network.prefix()));
            case "broadcast" ->
                network.broadcast()
                        .<Value>map(last -> call.result(Network.text(last)))
                        .orElseGet(() -> nothing(call));
            case "size" -> call.result(network.size());
            case "int" ->
                network.written()
                        ? call.result(address.getValue() + "/" + network.prefix())
                        : call.result(address.getValue());
            case "version" -> call.result(BigInteger.valueOf(address.isIPv6() ? 6 : 4));
            case "type" -> call.result(isHost(network) ? "address" : "network");
            case "private" -> when(isPrivate(address), network.toString(), call);
            case "public" -> when(!isPrivate(address) && !isSpecial(address), network.toString(), call);
            default ->
                when(
                        Network.parse(query)
                                .orElseThrow(() -> new OperationException(
                                        "ipaddr has no query '" + query + "'",
                                        "",
                                        Suggestion.didYouMean(
                                                query, QUERIES, "ask for net, address, prefix or an index")))
                                .contains(network),
                        network.toString(),
                        call);
        };
    }

    private static Value wrap(Value subject, Call call) {
        call.accept();
        return network(subject)
                .filter(network -> network.address().isIPv6())
                .<Value>map(network -> call.result("[" + Network.text(network.address()) + "]"
                        + (network.written() ? "/" + network.prefix() : "")))
                .orElse(subject);
    }

    private static Value nthHost(Value subject, Call call) {
        call.accept("query");
        BigInteger index = Numbers.integer(call.required(0, "query"))
                .or(() -> index(call.required(0, "query")))
                .orElseThrow(() -> call.wrong("'nthhost' wants a number", ""));
        return network(subject)
                .flatMap(network -> network.host(index))
                .<Value>map(host -> call.result(Network.text(host)))
                .orElseGet(() -> call.result(false));
    }

    private static Optional<Network> network(Value subject) {
        return switch (subject) {
            case TextValue text -> Network.parse(text.text().strip());
            case IntegerValue integer -> Network.of(integer.number());
            default -> Optional.empty();
        };
    }

    private static Optional<BigInteger> index(Value query) {
        return switch (query) {
            case IntegerValue integer -> Optional.of(integer.number());
            case TextValue text when text.text().matches("-?[0-9]+") -> Optional.of(new BigInteger(text.text()));
            default -> Optional.empty();
        };
    }

    private static boolean isHost(Network network) {
        return network.isSingle() || !network.isFirst();
    }

    private static boolean isPrivate(IPAddress address) {
        return address.isIPv4()
                ? address.toIPv4().isPrivate()
                : address.toIPv6().isUniqueLocal();
    }

    private static boolean isSpecial(IPAddress address) {
        return address.isLoopback() || address.isLinkLocal() || address.isMulticast() || address.isZero();
    }

    private static Value when(boolean fits, String text, Call call) {
        return fits ? call.result(text) : nothing(call);
    }

    private static Value nothing(Call call) {
        return new NullValue(call.position());
    }
}
