package io.urania.cluster.reader.rule;

import io.urania.cluster.reader.source.Source;
import io.urania.inventory.HostVariables;
import io.urania.inventory.Inventory;
import io.urania.inventory.problem.Position;
import io.urania.inventory.problem.Suggestion;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds hosts that are there only because a name in a group is mistyped. Ansible makes a new host of every name in a group. Such a host has
 * no variable of its own, while the host that was meant has, and their names are nearly the same. Names that differ in digits only, such
 * as node1 and node2, are taken as meant.
 */
public final class MistypedHosts {
    private final Source source;
    private final Inventory inventory;

    public MistypedHosts(Source source) {
        this.source = source;
        this.inventory = source.inventory();
    }

    /** Reports such hosts, and returns them: nothing else needs to be said about them. */
    public Set<String> check() {
        Set<String> defined = hostsWithVariablesOfTheirOwn();
        Set<String> mistyped = new HashSet<>();
        for (String host : inventory.hosts()) {
            if (!defined.contains(host)) {
                meant(host, defined).ifPresent(other -> {
                    mistyped.add(host);
                    report(host, other);
                });
            }
        }
        return mistyped;
    }

    private void report(String host, String meant) {
        // Groups that are made of others do not name the host: the inventory does not write it there.
        List<String> groups = inventory.groupsOf(host).stream()
                .filter(group -> !inventory.addedTo(group).contains(host))
                .toList();
        source.error(
                inventory.positionOf(host),
                "unknown host " + host + " in group " + (groups.isEmpty() ? "all" : groups.getFirst()),
                "nothing else in the inventory defines it",
                "did you mean " + meant + "? If it is another host, set its ansible_host");
    }

    private static Optional<String> meant(String host, Set<String> defined) {
        List<String> candidates = defined.stream()
                .filter(other -> !withoutDigits(other).equals(withoutDigits(host)))
                .toList();
        String first = firstLabel(host);
        return Suggestion.nearest(host, candidates)
                .filter(other ->
                        Suggestion.nearest(first, List.of(firstLabel(other))).isPresent()
                                || firstLabel(other).equals(first));
    }

    /** Hosts for which some place in the files sets a variable that it sets for no other host. */
    private Set<String> hostsWithVariablesOfTheirOwn() {
        Map<Position, Set<String>> hostsByPlace = new HashMap<>();
        for (String host : inventory.hosts()) {
            HostVariables variables = inventory.variables(host);
            for (String name : variables.names()) {
                for (Position place : variables.places(name)) {
                    hostsByPlace.computeIfAbsent(place, _ -> new HashSet<>()).add(host);
                }
            }
        }
        Set<String> defined = new HashSet<>();
        hostsByPlace.values().stream().filter(hosts -> hosts.size() == 1).forEach(defined::addAll);
        return defined;
    }

    private static String firstLabel(String host) {
        return host.split("\\.", 2)[0];
    }

    private static String withoutDigits(String host) {
        return host.replaceAll("\\d", "");
    }
}
