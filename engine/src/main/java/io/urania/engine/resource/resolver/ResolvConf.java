package io.urania.engine.resource.resolver;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * What the C library reads in a file (resolv.conf(5)): all servers, the last list of domains, and of each option the last.
 *
 * @param options by their names; those without a value have an empty one
 */
record ResolvConf(List<String> servers, List<String> search, Map<String, String> options) {

    static ResolvConf of(String text) {
        List<String> servers = new ArrayList<>();
        List<String> search = new ArrayList<>();
        Map<String, String> options = new HashMap<>();
        for (String line : text.lines().toList()) {
            List<String> words = Arrays.stream(line.split("[ \t]+", -1))
                    .filter(Predicate.not(String::isEmpty))
                    .toList();
            if (words.size() < 2 || !line.startsWith(words.getFirst())) {
                continue;
            }
            List<String> values = words.subList(1, words.size());
            switch (words.getFirst()) {
                case "nameserver" -> servers.add(values.getFirst());
                case "domain" -> replace(search, List.of(values.getFirst()));
                case "search" -> replace(search, values);
                case "options" -> values.forEach(option -> put(options, option));
                default -> {
                    // Comments, sortlist and what later versions have.
                }
            }
        }
        return new ResolvConf(servers, search, options);
    }

    /** Whether that is what is asked for. */
    boolean isAs(ResolverSettings settings) {
        List<String> wanted = settings.ordered();
        Map<String, String> wantedOptions = new HashMap<>();
        settings.options().forEach(option -> put(wantedOptions, option));
        return servers.size() >= wanted.size()
                && servers.subList(0, wanted.size()).equals(wanted)
                && (settings.keepsOthers() || servers.size() == wanted.size())
                && (settings.search().isEmpty() || settings.search().equals(search))
                && options.entrySet().containsAll(wantedOptions.entrySet());
    }

    private static void replace(List<String> list, List<String> values) {
        list.clear();
        list.addAll(values);
    }

    private static void put(Map<String, String> options, String option) {
        String[] parts = option.split(":", 2);
        options.put(parts[0], parts.length == 2 ? parts[1] : "");
    }
}
