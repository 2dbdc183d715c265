package io.urania.engine.resource.packetfilter;

import java.util.Optional;
import java.util.Set;

/**
 * What a host has of iptables.
 *
 * @param chosen which of them is called iptables; empty where there is no choice (update-alternatives(1))
 * @param present those that are installed
 * @param kernel whether the running kernel has the module ip_tables; empty if nobody can tell, as in a container
 */
public record PacketFilterFact(Optional<PacketFilter> chosen, Set<PacketFilter> present, Optional<Boolean> kernel) {

    public PacketFilterFact {
        present = Set.copyOf(present);
    }
}
