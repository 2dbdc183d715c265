package io.urania.cluster.spec.dns;

import java.util.List;
import java.util.OptionalInt;

/**
 * Zones whose names other servers know.
 *
 * @param zones the zones, without ports
 * @param servers who is asked for them, as CoreDNS' plugin {@code forward} takes them
 * @param cacheSeconds for how long an answer is kept; empty for the usual time
 * @param rewrites names that mean others, as CoreDNS has them
 */
public record DnsZone(List<String> zones, List<String> servers, OptionalInt cacheSeconds, List<String> rewrites) {
    public DnsZone {
        zones = List.copyOf(zones);
        servers = List.copyOf(servers);
        rewrites = List.copyOf(rewrites);
    }
}
