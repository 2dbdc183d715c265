package io.urania.engine.network;

import java.util.List;
import java.util.Set;

/**
 * The network interfaces of a host.
 *
 * @param names of all of them
 * @param networks the IPv4 networks that are reached through them without a gateway
 */
public record LinksFact(Set<String> names, List<Attached> networks) {

    public LinksFact {
        names = Set.copyOf(names);
        networks = List.copyOf(networks);
    }

    /** A network, such as {@code 10.233.64.0/24}, at an interface. */
    public record Attached(String link, String network) {}
}
