package io.urania.cluster.reader;

import io.urania.cluster.reader.rule.MistypedHosts;
import io.urania.cluster.reader.source.Families;
import io.urania.cluster.reader.source.NameLookup;
import io.urania.cluster.reader.source.Source;
import io.urania.cluster.value.Address;
import io.urania.cluster.variable.Variable;
import io.urania.cluster.variable.VariableReader;
import io.urania.cluster.variable.rows.ConnectionVariables;
import io.urania.cluster.variable.rows.NetworkVariables;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Finds the addresses of every host: {@code ip}, else {@code ansible_host}, else what its name resolves to. In a cluster of IPv6 alone {@code ip6} is
 * what {@code ip} is otherwise; in one of both families hosts have a second address by it.
 */
final class AddressReader {
    private final Source source;
    private final VariableReader variables;
    private final NameLookup lookup;
    private final Families families;

    AddressReader(Source source, NameLookup lookup, Families families) {
        this.source = source;
        this.variables = source.variables();
        this.lookup = lookup;
        this.families = families;
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
        known.putAll(resolve(unknown, families.isIpv6First(), true));
        mistyped.report(known.keySet());
        reportMissing(unknown.stream()
                .filter(host -> !known.containsKey(host) && !mistyped.contains(host))
                .toList());
        reportDuplicates(hosts, known);
        return known;
    }

    /**
     * The second addresses that can be found, in a cluster of both families; nodes without one are reported.
     *
     * @param hosts whose first address is known
     */
    Map<String, Address> readSecond(List<String> hosts) {
        if (!families.isDualStack()) {
            return Map.of();
        }
        Map<String, Address> known = new HashMap<>();
        List<String> unknown = new ArrayList<>();
        for (String host : hosts) {
            Optional<Address> given = variables
                    .findTold(ConnectionVariables.IP6, host)
                    .or(() -> Address.parse(connectTo(host)).filter(Address::isIpv6));
            given.ifPresent(address -> known.put(host, address));
            if (given.isEmpty() && !variables.isUnusable(ConnectionVariables.IP6, host)) {
                unknown.add(host);
            }
        }
        known.putAll(resolve(
                unknown.stream()
                        .filter(host -> Address.parse(connectTo(host)).isEmpty())
                        .toList(),
                true,
                false));
        unknown.removeAll(known.keySet());
        unknown.retainAll(source.membership().nodes());
        reportMissingSecond(unknown);
        reportDuplicates(hosts, known);
        return known;
    }

    private void reportMissingSecond(List<String> nodes) {
        // With a mistyped ipv4_stack nobody knows whether there is a second family.
        if (!nodes.isEmpty() && !source.isUnusable(NetworkVariables.IPV4)) {
            source.error(
                    source.position(NetworkVariables.IPV6),
                    "ipv6_stack is true, and no IPv6 address is known of " + String.join(", ", nodes),
                    "a node of a cluster with both families has an address of each",
                    "set ip6: ADDRESS for " + (nodes.size() == 1 ? "it" : "each") + ", or ipv6_stack: false");
        }
    }

    private Optional<Address> given(String host) {
        // What is said of the other family must be an address too.
        Optional<Address> ipv4 = variables.findTold(ConnectionVariables.IP, host);
        Optional<Address> ipv6 = variables.findTold(ConnectionVariables.IP6, host);
        return (families.isIpv6First() ? ipv6 : ipv4).or(() -> Address.parse(connectTo(host)));
    }

    /** The variable with the address of the first family. */
    private Variable<Address> own() {
        return families.isIpv6First() ? ConnectionVariables.IP6 : ConnectionVariables.IP;
    }

    /** What the inventory says of its address has been refused: it is not looked for elsewhere, nor missed. */
    private boolean isRefused(String host) {
        return variables.isUnusable(own(), host) || variables.isUnusable(ConnectionVariables.HOST, host);
    }

    private String connectTo(String host) {
        return variables.findTold(ConnectionVariables.HOST, host).orElse(host);
    }

    /**
     * Names are looked up all at once: DNS may take seconds to say no.
     *
     * @param orOther whether an address of the other family is better than none
     */
    private Map<String, Address> resolve(List<String> hosts, boolean ipv6, boolean orOther) {
        Map<String, Address> found = new LinkedHashMap<>();
        Map<String, Future<List<Address>>> lookups = new LinkedHashMap<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (String host : hosts) {
                String name = connectTo(host);
                lookups.put(host, threads.submit(() -> lookup.addressesOf(name)));
            }
        }
        for (Map.Entry<String, Future<List<Address>>> each : lookups.entrySet()) {
            List<Address> addresses = each.getValue().resultNow();
            addresses.stream()
                    .filter(address -> address.isIpv6() == ipv6)
                    .findFirst()
                    .or(() -> addresses.stream().filter(_ -> orOther).findFirst())
                    .ifPresent(address -> found.put(each.getKey(), address));
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
                                ? "it has neither " + own().name() + " nor ansible_host, and its name does"
                                : "they have neither " + own().name() + " nor ansible_host, and their names do")
                        + " not resolve on this machine",
                "give " + (one ? "it" : "each") + " ansible_host: ADDRESS, or a DNS record for "
                        + (one ? "it" : "them"));
    }

    private void reportDuplicates(List<String> hosts, Map<String, Address> addresses) {
        Map<Address, String> owners = new HashMap<>();
        for (String host : hosts) {
            Optional.ofNullable(addresses.get(host)).ifPresent(address -> {
                String owner = owners.putIfAbsent(address, host);
                if (owner != null) {
                    reportDuplicate(host, owner, address);
                }
            });
        }
    }

    private void reportDuplicate(String host, String owner, Address address) {
        Variable<Address> own = address.isIpv6() ? ConnectionVariables.IP6 : ConnectionVariables.IP;
        source.error(
                variables
                        .position(own, host)
                        .or(() -> variables.position(ConnectionVariables.HOST, host))
                        .orElse(source.inventory().positionOf(host)),
                host + " has the address " + address + ", and so does " + owner,
                "two hosts cannot have the same address",
                "correct " + own.name() + " or ansible_host of one of them");
    }
}
