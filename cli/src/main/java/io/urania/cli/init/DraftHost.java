package io.urania.cli.init;

import io.urania.control.failure.ExitCode;
import io.urania.control.failure.Refusal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A host of an inventory that is being written.
 *
 * @param name what the node will be called
 * @param address where SSH reaches it; empty if the name says it
 */
public record DraftHost(String name, Optional<String> address) {
    /** RFC 1123, as Kubernetes takes it for nodes. */
    private static final Pattern NAME = Pattern.compile("[a-z0-9](?:[-a-z0-9.]{0,251}[a-z0-9])?");

    private static final Pattern IPV4 = Pattern.compile("\\d{1,3}(?:\\.\\d{1,3}){3}");
    private static final Pattern ADDRESS = Pattern.compile("[0-9A-Za-z][-0-9A-Za-z.]*|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");

    boolean isIpv4() {
        return address.filter(text -> IPV4.matcher(text).matches()).isPresent();
    }

    boolean isIpv6() {
        return address.filter(text -> text.contains(":")).isPresent();
    }

    /** A host of this name, whose address DNS has to know. */
    static DraftHost named(String name) throws Refusal {
        if (!NAME.matcher(name).matches()) {
            throw new Refusal(
                    ExitCode.USAGE,
                    "'" + name + "' is not a valid node name: Kubernetes allows lowercase letters, digits, '-' and"
                            + " '.' only; choose such a name, and put the host's own after '=': pi1=" + name);
        }
        return new DraftHost(name, Optional.empty());
    }

    static DraftHost at(String name, String address) throws Refusal {
        if (!ADDRESS.matcher(address).matches()) {
            throw new Refusal(
                    ExitCode.USAGE, "'" + address + "' is not an address; use name=address, as in pi1=192.168.1.11");
        }
        return new DraftHost(named(name).name(), Optional.of(address));
    }

    /** {@code name} or {@code name=address}; an address alone gets a name with its place among the hosts. */
    static DraftHost parse(String text, int place) throws Refusal {
        int equals = text.indexOf('=');
        if (equals >= 0) {
            return at(
                    text.substring(0, equals).strip(),
                    text.substring(equals + 1).strip());
        }
        String word = text.strip();
        return IPV4.matcher(word).matches() || word.contains(":") ? at("pi" + place, word) : named(word);
    }

    /** Several hosts, separated by commas. */
    public static List<DraftHost> parseAll(String text) throws Refusal {
        List<DraftHost> hosts = new ArrayList<>();
        for (String word : text.split(",", -1)) {
            if (!word.isBlank()) {
                hosts.add(parse(word, hosts.size() + 1));
            }
        }
        if (hosts.isEmpty()) {
            throw new Refusal(ExitCode.USAGE, "no hosts specified; write them as in pi1=192.168.1.11,pi2=192.168.1.12");
        }
        requireDistinct(hosts);
        return List.copyOf(hosts);
    }

    /** The same hosts under other names. */
    public static List<DraftHost> renamed(List<DraftHost> hosts, List<String> names) throws Refusal {
        if (names.size() != hosts.size()) {
            throw new Refusal(
                    ExitCode.USAGE, names.size() + " names for " + hosts.size() + " hosts; give each host one");
        }
        List<DraftHost> renamed = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            DraftHost host = hosts.get(i);
            renamed.add(at(names.get(i).strip(), host.address().orElse(host.name())));
        }
        requireDistinct(renamed);
        return List.copyOf(renamed);
    }

    static void requireDistinct(List<DraftHost> hosts) throws Refusal {
        Set<String> seen = new HashSet<>();
        for (DraftHost host : hosts) {
            if (!seen.add(host.name()) || !seen.add("@" + host.address().orElse(host.name()))) {
                throw new Refusal(ExitCode.USAGE, "two hosts have the name " + host.name() + " or its address");
            }
        }
    }
}
