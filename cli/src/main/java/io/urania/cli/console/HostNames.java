package io.urania.cli.console;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Hosts by the first label of their names, where that is enough to tell them apart. */
public final class HostNames {

    private final Map<String, String> shortened;

    public HostNames(Collection<String> hosts) {
        Map<String, List<String>> byLabel =
                new TreeSet<>(hosts).stream().collect(Collectors.groupingBy(HostNames::label));
        Map<String, String> names = new HashMap<>();
        byLabel.forEach((label, same) -> same.forEach(host -> names.put(host, same.size() == 1 ? label : host)));
        this.shortened = Map.copyOf(names);
    }

    /** The name to show; a host that was not among those given is shown in full. */
    public String of(String host) {
        return shortened.getOrDefault(host, host);
    }

    /** The length of the longest name shown; 0 without hosts. */
    public int width() {
        return shortened.values().stream().mapToInt(String::length).max().orElse(0);
    }

    private static String label(String host) {
        int dot = host.indexOf('.');
        // An address is no name: its first number says nothing.
        return dot < 0 || host.matches("[0-9.]+") ? host : host.substring(0, dot);
    }
}
