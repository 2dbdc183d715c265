package io.urania.engine.network;

import java.util.List;
import java.util.Set;

/**
 * The IPv6 addresses of a host's interfaces, and where it can send packets.
 *
 * @param addresses each in full, eight groups of four digits; empty where IPv6 is off
 * @param routes the networks to which there is a route
 * @param forgetful interfaces on which a host that forwards packets forgets what routers advertise: those whose {@code accept_ra} is not 2
 */
public record Ipv6Fact(List<String> addresses, List<Route> routes, Set<String> forgetful) {

    public Ipv6Fact {
        addresses = List.copyOf(addresses);
        routes = List.copyOf(routes);
        forgetful = Set.copyOf(forgetful);
    }

    /**
     * A route.
     *
     * @param network an address in full and the length of the prefix
     * @param link the interface
     * @param advertised whether the kernel has it from a router's advertisement (RFC 4861, section 4.2)
     */
    public record Route(String network, String link, boolean advertised) {}

    /** Whether a route stays when the host begins to forward packets (kernel documentation, "ip-sysctl", accept_ra). */
    public boolean stays(Route route) {
        return !route.advertised() || !forgetful.contains(route.link());
    }
}
