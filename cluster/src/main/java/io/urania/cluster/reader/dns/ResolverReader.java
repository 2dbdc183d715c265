package io.urania.cluster.reader.dns;

import io.urania.cluster.reader.source.Source;
import io.urania.cluster.spec.HostSpec;
import io.urania.cluster.spec.dns.DnsSpec;
import io.urania.cluster.spec.dns.ResolverSpec;
import io.urania.cluster.value.Address;
import io.urania.cluster.value.ResolvConfMode;
import io.urania.cluster.variable.Variable;
import io.urania.cluster.variable.rows.ResolverVariables;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads how hosts find names. Kubespray's defaults, which every copy of its sample has, ask for nothing. */
public final class ResolverReader {
    private final Source source;
    private final Map<String, Wish> wishes = new LinkedHashMap<>();
    private final DnsSpec dns;

    /** What the inventory says of one host. */
    private record Wish(
            ResolvConfMode mode,
            List<Address> servers,
            List<String> domains,
            boolean withoutClusterDomains,
            boolean withoutOwnServers,
            int ndots,
            int timeout,
            int attempts) {

        boolean isThere() {
            return mode != ResolvConfMode.NONE
                    && (!servers.isEmpty()
                            || !domains.isEmpty()
                            || ndots != ResolverVariables.USUAL_NDOTS
                            || timeout != ResolverVariables.USUAL_TIMEOUT
                            || attempts != ResolverVariables.USUAL_ATTEMPTS);
        }

        List<Address> serversForPods() {
            return mode == ResolvConfMode.NONE
                    ? List.of()
                    : servers.stream().filter(server -> !server.isLoopback()).toList();
        }
    }

    /**
     * A reader.
     *
     * @param explicit names inside the cluster, as the inventory itself says
     */
    public ResolverReader(Source source, DnsSpec explicit) {
        this.source = source;
        source.membership().worked().forEach(host -> wishes.put(host, wish(host)));
        this.dns = explicit.upstreamServers().isEmpty() ? explicit.withUpstream(common()) : explicit;
    }

    /**
     * Names inside the cluster. Where hosts ask the cluster, it must not ask hosts: then it asks the name servers that all nodes have, unless
     * the inventory names others.
     */
    public DnsSpec dns() {
        return dns;
    }

    /** By the names of the hosts of which anything is wanted. */
    public Map<String, ResolverSpec> read(Collection<HostSpec> hosts) {
        Map<String, ResolverSpec> resolvers = new TreeMap<>();
        for (HostSpec host : hosts) {
            Wish wish = wishes.getOrDefault(host.name(), wish(host.name()));
            if (wish.isThere()) {
                resolvers.put(host.name(), resolver(host.name(), wish));
            }
        }
        return resolvers;
    }

    private ResolverSpec resolver(String host, Wish wish) {
        boolean isNode = source.membership().nodes().contains(host);
        boolean asksCluster = isNode && !dns.upstreamServers().isEmpty();
        if (isNode && !asksCluster) {
            tellWhyNot(host);
        }
        return new ResolverSpec(
                asksCluster ? dns.podsAsk() : List.of(),
                wish.servers().isEmpty() && asksCluster ? dns.upstreamServers() : wish.servers(),
                !wish.withoutOwnServers(),
                asksCluster && !wish.withoutClusterDomains()
                        ? List.of("default.svc." + dns.domain(), "svc." + dns.domain())
                        : List.of(),
                wish.domains(),
                wish.ndots(),
                wish.timeout(),
                wish.attempts());
    }

    /** Whoever has set nothing but a search domain may not have thought of the cluster's names. */
    private void tellWhyNot(String host) {
        source.variables()
                .position(ResolverVariables.MODE, host)
                .ifPresent(position -> source.note(
                        position,
                        "resolvconf_mode: nodes do not ask the cluster's DNS",
                        "CoreDNS asks the name servers of its node for names outside the cluster, so it would ask itself",
                        "set upstream_dns_servers, or the same nameservers for all nodes"));
    }

    /** The name servers that all nodes have. */
    private List<Address> common() {
        List<List<Address>> each = source.membership().nodes().stream()
                .map(node -> wishes.getOrDefault(node, wish(node)).serversForPods())
                .distinct()
                .toList();
        return each.size() == 1 ? each.getFirst() : List.of();
    }

    private Wish wish(String host) {
        return new Wish(
                get(ResolverVariables.MODE, host),
                get(ResolverVariables.NAME_SERVERS, host),
                get(ResolverVariables.SEARCH_DOMAINS, host),
                get(ResolverVariables.WITHOUT_CLUSTER_DOMAINS, host),
                get(ResolverVariables.WITHOUT_OWN_SERVERS, host),
                get(ResolverVariables.NDOTS, host),
                get(ResolverVariables.TIMEOUT, host),
                get(ResolverVariables.ATTEMPTS, host));
    }

    private <T> T get(Variable<T> variable, String host) {
        return source.variables().get(variable, host);
    }
}
