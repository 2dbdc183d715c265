package io.urania.cluster.component.addon.coredns;

import io.urania.cluster.spec.dns.DnsSpec;
import io.urania.cluster.value.Address;
import java.util.stream.Collectors;

/** Who answers for names outside the cluster, as CoreDNS' plugin {@code forward} takes it. */
public final class Upstream {

    private Upstream() {}

    /** Addresses, or the file in which they are. */
    public static String of(DnsSpec dns) {
        return dns.upstreamServers().isEmpty()
                ? "/etc/resolv.conf"
                : dns.upstreamServers().stream().map(Address::toString).collect(Collectors.joining(" "));
    }
}
