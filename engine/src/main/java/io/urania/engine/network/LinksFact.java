package io.urania.engine.network;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The network interfaces of a host.
 *
 * @param transmissionUnits the size of the largest packet that goes through each of them, in bytes, by name
 * @param networks the IPv4 networks that are reached through them without a gateway
 * @param hasDefaultRoute whether there is an IPv4 route to everywhere
 */
public record LinksFact(Map<String, Integer> transmissionUnits, List<Attached> networks, boolean hasDefaultRoute) {

    public LinksFact {
        transmissionUnits = Map.copyOf(transmissionUnits);
        networks = List.copyOf(networks);
    }

    /** The names of all of them. */
    public Set<String> names() {
        return transmissionUnits.keySet();
    }

    /** A network, such as {@code 10.233.64.0/24}, at an interface. */
    public record Attached(String link, String network) {}
}
