package io.urania.inventory.library.address;

import io.urania.inventory.library.Call;
import io.urania.inventory.library.Filter;
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
import java.util.Map;
import java.util.Optional;

/**
 * The {@code ipaddr} family of ansible.utils. What is no address gives false; an address that does not fit the query gives nothing
 * ({@code none}); both vanish from lists.
 */
public final class AddressFilters {
    private AddressFilters() {}

    public static Map<String, Filter> all() {
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
        return AddressQueries.answer(query, network, call).orElseGet(() -> {
            Network range = Network.parse(query)
                    .orElseThrow(() -> new OperationException(
                            "ipaddr has no query '" + query + "'",
                            "",
                            Suggestion.didYouMean(
                                    query, AddressQueries.names(), "ask for net, address, prefix or an index")));
            return range.contains(network) ? call.result(network.toString()) : nothing(call);
        });
    }

    private static Value wrap(Value subject, Call call) {
        call.accept();
        if (subject instanceof ListValue list) {
            return call.result(
                    list.elements().stream().map(element -> wrap(element, call)).toList());
        }
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
                .orElseThrow(() -> call.wrong("'nthhost' expects a number", ""));
        return network(subject)
                .flatMap(network -> network.host(index))
                .<Value>map(host -> call.result(Network.text(host)))
                .orElseGet(() -> call.result(false));
    }

    static Optional<Network> network(Value subject) {
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

    private static Value nothing(Call call) {
        return new NullValue(call.position());
    }
}
