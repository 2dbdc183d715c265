package io.urania.engine.resource.resolver;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is asked of a host's name resolution. What is empty stays as the host has it.
 *
 * @param inner servers that are asked before all others, because only they know some names
 * @param servers addresses of further servers, in the order in which they are asked
 * @param keepsOthers whether the host goes on asking the servers that it has by itself, after these
 * @param search domains in which names with few dots are looked up
 * @param options of resolv.conf(5), such as {@code timeout:2}
 */
public record ResolverSettings(
        Optional<Inner> inner, List<String> servers, boolean keepsOthers, List<String> search, List<String> options) {

    /** Nothing at all: a host has what it had before Urania. */
    public static final ResolverSettings NOTHING =
            new ResolverSettings(Optional.empty(), List.of(), true, List.of(), List.of());

    /** The C library reads no more servers than these (resolv.conf(5), MAXNS). */
    public static final int MOST_SERVERS = 3;

    /**
     * Servers that know names which nobody else knows.
     *
     * @param zones the domains of these names
     */
    public record Inner(List<String> servers, List<String> zones) {
        public Inner {
            servers = List.copyOf(servers);
            zones = List.copyOf(zones);
        }
    }

    public ResolverSettings {
        servers = List.copyOf(servers);
        keepsOthers = keepsOthers || (servers.isEmpty() && inner.isEmpty());
        search = List.copyOf(search);
        options = List.copyOf(options);
    }

    /** Whether the host has what it had before Urania. */
    public boolean isNothing() {
        return inner.isEmpty() && servers.isEmpty() && search.isEmpty() && options.isEmpty();
    }

    /** The same, of a host that goes on asking its own servers. */
    ResolverSettings keepingOthers() {
        return new ResolverSettings(inner, servers, true, search, options);
    }

    /** All servers in the order in which they are asked, as many as are asked at all. */
    List<String> ordered() {
        return Stream.concat(inner.stream().flatMap(first -> first.servers().stream()), servers.stream())
                .distinct()
                .limit(MOST_SERVERS)
                .toList();
    }

    /** The lines that say the servers, for the beginning of a file of the form of resolv.conf. */
    String head() {
        StringBuilder lines = new StringBuilder();
        ordered().forEach(server -> lines.append("nameserver ").append(server).append('\n'));
        return lines.toString();
    }

    /** The other lines, for its end: the last line of a kind counts (resolv.conf(5)). */
    String tail() {
        return (search.isEmpty() ? "" : "search " + String.join(" ", search) + "\n")
                + (options.isEmpty() ? "" : "options " + String.join(" ", options) + "\n");
    }

    /** In words, for plans. */
    @Override
    public String toString() {
        if (isNothing()) {
            return "as it was before Urania";
        }
        String asked = String.join(", ", ordered());
        String own = keepsOthers ? "the host's own" : "";
        return Stream.of(
                        Stream.of(asked, own)
                                .filter(word -> !word.isEmpty())
                                .reduce((one, two) -> one + ", then " + two)
                                .orElse(""),
                        search.isEmpty() ? "" : "search " + String.join(" ", search),
                        String.join(" ", options))
                .filter(words -> !words.isEmpty())
                .reduce((one, two) -> one + "; " + two)
                .orElse("");
    }
}
