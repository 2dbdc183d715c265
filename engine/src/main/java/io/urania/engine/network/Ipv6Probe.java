package io.urania.engine.network;

import io.urania.engine.fact.Probe;
import io.urania.engine.fact.Question;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A host's own IPv6 addresses and its routes (kernel, {@code net/ipv6/addrconf.c}, "if6_seq_show", and {@code net/ipv6/ip6_fib.c}, "ipv6_route_seq_show"). */
public final class Ipv6Probe implements Probe<Ipv6Fact> {

    /** The one question of this probe. */
    public static final Question<Ipv6Fact> QUESTION = Question.about(new Ipv6Probe());

    private static final Pattern ADDRESS = Pattern.compile("address ([0-9a-f]{32})");
    private static final Pattern ROUTE = Pattern.compile("route ([0-9a-f]{32}) ([0-9a-f]{2}) ([0-9a-f]{8}) (\\S+)");

    /** RTF_REJECT: the route says that there is none. */
    private static final int REJECT = 0x200;

    /** RTF_ADDRCONF: a router advertised it. */
    private static final int ADVERTISED = 0x40000;

    private static final Pattern ACCEPT = Pattern.compile("accept (\\S+) ([01])");

    private Ipv6Probe() {}

    @Override
    public String name() {
        return "ipv6";
    }

    @Override
    public String script(SortedSet<String> subjects) {
        return """
                if [ -r /proc/net/if_inet6 ]; then
                    while read -r address _; do echo "address $address"; done </proc/net/if_inet6
                fi
                if [ -r /proc/net/ipv6_route ]; then
                    while read -r network length _ _ _ _ _ _ flags link _; do
                        echo "route $network $length $flags $link"
                    done </proc/net/ipv6_route
                fi
                for setting in /proc/sys/net/ipv6/conf/*/accept_ra; do
                    if [ -r "$setting" ]; then
                        link=${setting%/accept_ra}
                        echo "accept ${link##*/} $(cat "$setting")"
                    fi
                done
                echo all
                """;
    }

    @Override
    public Map<String, Ipv6Fact> parse(String output, SortedSet<String> subjects) {
        List<String> lines = output.lines().toList();
        if (!lines.contains("all")) {
            return Map.of();
        }
        List<String> addresses = lines.stream()
                .map(ADDRESS::matcher)
                .filter(Matcher::matches)
                .map(match -> inFull(match.group(1)))
                .toList();
        List<Ipv6Fact.Route> routes = lines.stream()
                .map(ROUTE::matcher)
                .filter(match -> match.matches() && (flags(match) & REJECT) == 0)
                .map(match -> new Ipv6Fact.Route(
                        inFull(match.group(1)) + "/" + Integer.parseInt(match.group(2), 16),
                        match.group(4),
                        (flags(match) & ADVERTISED) != 0))
                .toList();
        Set<String> forgetful = lines.stream()
                .map(ACCEPT::matcher)
                .filter(Matcher::matches)
                .map(match -> match.group(1))
                .collect(Collectors.toSet());
        return Map.of("", new Ipv6Fact(addresses, routes, forgetful));
    }

    private static int flags(Matcher route) {
        return Integer.parseUnsignedInt(route.group(3), 16);
    }

    private static String inFull(String digits) {
        return IntStream.range(0, 8)
                .mapToObj(group -> digits.substring(4 * group, 4 * group + 4))
                .collect(Collectors.joining(":"));
    }
}
