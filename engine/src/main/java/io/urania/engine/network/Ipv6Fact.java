package io.urania.engine.network;

import java.util.List;

/**
 * The IPv6 addresses of a host's interfaces, and where it can send packets.
 *
 * @param addresses each in full, eight groups of four digits; empty where IPv6 is off
 * @param routes the networks to which there is a route, with an address in full and the length of the prefix
 */
public record Ipv6Fact(List<String> addresses, List<String> routes) {

    public Ipv6Fact {
        addresses = List.copyOf(addresses);
        routes = List.copyOf(routes);
    }
}
