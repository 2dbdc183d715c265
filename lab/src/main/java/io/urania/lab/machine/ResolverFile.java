package io.urania.lab.machine;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@code resolv.conf}. */
final class ResolverFile {
    private static final Pattern NAME_SERVER = Pattern.compile("nameserver\\s+(\\d+\\.\\d+\\.\\d+\\.\\d+)\\s*");

    private ResolverFile() {}

    /** The IPv4 resolvers that do not stand on the loopback interface. */
    static List<String> nameServers(List<String> lines) {
        return lines.stream()
                .map(NAME_SERVER::matcher)
                .filter(Matcher::matches)
                .map(match -> match.group(1))
                .filter(address -> !address.startsWith("127."))
                .toList();
    }
}
