package io.urania.cluster.reader.rule;

import io.urania.cluster.reader.source.Source;
import io.urania.inventory.HostVariables;
import io.urania.inventory.Inventory;
import io.urania.inventory.problem.Position;
import io.urania.inventory.problem.Suggestion;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Finds hosts that are there only because a name in a group is mistyped. Ansible makes a new host of every name in a group. Such a host has
 * no variable of its own, while the host that was meant has, and their names are nearly the same. Names that differ in digits only, such
 * as node1 and node2, are taken as meant. It is a guess: a host that can be reached is warned of only.
 */
public final class MistypedHosts {
    private final Source source;
    private final Inventory inventory;
    private final Map<String, String> meant;

    public MistypedHosts(Source source) {
        this.source = source;
        this.inventory = source.inventory();
        this.meant = find();
    }

    /** Such hosts, and which one each is likely to mean. */
    private Map<String, String> find() {
        Set<String> defined = hostsWithVariablesOfTheirOwn();
        Map<String, String> found = new LinkedHashMap<>();
        for (String host : inventory.hosts()) {
            if (!defined.contains(host)) {
                meant(host, defined).ifPresent(other -> found.put(host, other));
            }
        }
        // node-b and node-c beside node-a are a row of names: a slip of the finger comes alone.
        Map<String, Long> times =
                found.values().stream().collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        found.values().removeIf(other -> times.getOrDefault(other, 0L) > 1);
        return found;
    }

    /** Whether a host's name may be another one's with a mistake in it. */
    public boolean contains(String host) {
        return meant.containsKey(host);
    }

    /**
     * Reports such hosts. Without an address one is refused, and nothing else needs to be said about it; with one it may well be meant.
     *
     * @param addressed the hosts whose address is known
     */
    public void report(Set<String> addressed) {
        meant.forEach((host, other) -> {
            String what = "unknown host " + host + " in group " + groupOf(host);
            if (addressed.contains(host)) {
                source.warning(
                        inventory.positionOf(host),
                        what,
                        "nothing else in the inventory defines it, and its name resolves",
                        "did you mean " + other + "? If it is another host, set its ansible_host");
            } else {
                source.error(
                        inventory.positionOf(host),
                        what,
                        "nothing else in the inventory defines it",
                        "did you mean " + other + "? If it is another host, set its ansible_host");
            }
        });
    }

    /** The group that names the host: not one that is made of others, nor one above it. */
    private String groupOf(String host) {
        List<String> groups = inventory.groupsOf(host).stream()
                .filter(group -> !inventory.addedTo(group).contains(host))
                .toList();
        return groups.stream()
                .filter(group -> inventory.children(group).stream()
                        .noneMatch(child -> inventory.hosts(child).contains(host)))
                .findFirst()
                .or(() -> groups.stream().findFirst())
                .orElse("all");
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
