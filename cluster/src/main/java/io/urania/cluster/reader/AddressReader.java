package io.urania.cluster.reader;

import io.urania.cluster.reader.rule.MistypedHosts;
import io.urania.cluster.reader.source.NameLookup;
import io.urania.cluster.reader.source.Source;
import io.urania.cluster.value.Address;
import io.urania.cluster.variable.VariableReader;
import io.urania.cluster.variable.rows.ConnectionVariables;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Finds the address of every host: {@code ip}, else {@code ansible_host}, else what its name resolves to. */
final class AddressReader {
    private final Source source;
    private final VariableReader variables;
    private final NameLookup lookup;

    AddressReader(Source source, NameLookup lookup) {
        this.source = source;
        this.variables = source.variables();
        this.lookup = lookup;
    }

    /**
     * The addresses that can be found; the others are reported.
     *
     * @param mistyped hosts that are told as such
     */
    Map<String, Address> read(List<String> hosts, MistypedHosts mistyped) {
        Map<String, Address> known = new HashMap<>();
        List<String> unknown = new ArrayList<>();
        for (String host : hosts) {
            Optional<Address> given = given(host);
            given.ifPresent(address -> known.put(host, address));
            if (given.isEmpty() && !isRefused(host)) {
                unknown.add(host);
            }
        }
        known.putAll(resolve(unknown));
        mistyped.report(known.keySet());
        reportMissing(unknown.stream()
                .filter(host -> !known.containsKey(host) && !mistyped.contains(host))
                .toList());
        reportDuplicates(hosts, known);
        return known;
    }

    private Optional<Address> given(String host) {
        return variables.findTold(ConnectionVariables.IP, host).or(() -> Address.parse(connectTo(host)));
    }

    /** What the inventory says of its address has been refused: it is not looked for elsewhere, nor missed. */
    private boolean isRefused(String host) {
        return variables.isUnusable(ConnectionVariables.IP, host)
                || variables.isUnusable(ConnectionVariables.HOST, host);
    }

    private String connectTo(String host) {
        return variables.findTold(ConnectionVariables.HOST, host).orElse(host);
    }

    /** Names are looked up all at once: DNS may take seconds to say no. */
    private Map<String, Address> resolve(List<String> hosts) {
        Map<String, Address> found = new LinkedHashMap<>();
        Map<String, Future<Optional<Address>>> lookups = new LinkedHashMap<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (String host : hosts) {
                String name = connectTo(host);
                lookups.put(host, threads.submit(() -> lookup.addressOf(name)));
            }
        }
        for (Map.Entry<String, Future<Optional<Address>>> each : lookups.entrySet()) {
            each.getValue().resultNow().ifPresent(address -> found.put(each.getKey(), address));
        }
        return found;
    }

    private void reportMissing(List<String> hosts) {
        if (hosts.isEmpty()) {
            return;
        }
        boolean one = hosts.size() == 1;
        source.error(
                source.inventory().positionOf(hosts.getFirst()),
                "no address for " + String.join(", ", hosts),
                (one
                                ? "it has neither ip nor ansible_host, and its name does"
                                : "they have neither ip nor ansible_host, and their names do")
                        + " not resolve on this machine",
                "give " + (one ? "it" : "each") + " ansible_host: ADDRESS, or a DNS record for "
                        + (one ? "it" : "them"));
    }

    private void reportDuplicates(List<String> hosts, Map<String, Address> addresses) {
        Map<Address, String> owners = new HashMap<>();
        for (String host : hosts) {
            Address address = addresses.get(host);
            String owner = address == null ? null : owners.putIfAbsent(address, host);
            if (owner != null) {
                source.error(
                        variables
                                .position(ConnectionVariables.IP, host)
                                .or(() -> variables.position(ConnectionVariables.HOST, host))
                                .orElse(source.inventory().positionOf(host)),
                        host + " has the address " + address + ", and so does " + owner,
                        "two hosts cannot have the same address",
                        "correct ip or ansible_host of one of them");
            }
        }
    }
}
