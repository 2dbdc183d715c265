package io.urania.cluster.reader.rule;

import io.urania.cluster.reader.source.Source;
import io.urania.cluster.spec.dns.DnsSpec;
import io.urania.cluster.spec.dns.DnsZone;
import io.urania.cluster.spec.dns.NodeLocalSpec;
import io.urania.cluster.spec.dns.ResolverSpec;
import io.urania.cluster.value.Address;
import io.urania.cluster.value.ResolvConfMode;
import io.urania.cluster.variable.Variable;
import io.urania.cluster.variable.rows.CorefileVariables;
import io.urania.cluster.variable.rows.DnsVariables;
import io.urania.cluster.variable.rows.KubeletVariables;
import io.urania.cluster.variable.rows.ResolverVariables;
import io.urania.engine.resource.resolver.ResolverSettings;
import io.urania.inventory.problem.Position;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Nobody asks itself for names, and nobody is listed who would never be asked. */
public final class NameServerRules {
    /** What musl and the GNU C library before 2.26 read (resolv.conf(5), MAXDNSRCH). */
    private static final int MOST_DOMAINS = 6;

    private static final int LONGEST_DOMAINS = 256;

    /** Files that whoever sees to a host's name resolution writes. */
    private static final Set<String> OF_HOSTS = Set.of(
            "/etc/resolv.conf",
            "/run/systemd/resolve/resolv.conf",
            "/run/systemd/resolve/stub-resolv.conf",
            "/run/NetworkManager/resolv.conf",
            "/run/resolvconf/resolv.conf");

    private static final String OUTSIDE = "list only servers outside the cluster";

    private final Source source;

    public NameServerRules(Source source) {
        this.source = source;
    }

    /**
     * Checks what was read.
     *
     * @param resolvers how hosts find names, by their names
     */
    public void check(DnsSpec dns, Map<String, ResolverSpec> resolvers) {
        Map<Address, Variable<Address>> own = own(dns);
        checkUpstream(own);
        source.membership().worked().forEach(host -> checkServers(host, own));
        resolvers.forEach((host, resolver) -> {
            checkNumber(host, resolver);
            checkDomains(host, resolver);
            checkPods(host, resolver);
        });
        checkZones(CorefileVariables.ZONES, dns.coreDns().zones(), dns.services());
        dns.nodeLocal()
                .ifPresent(cache -> checkZones(
                        CorefileVariables.CACHE_ZONES, cache.corefile().zones(), List.of(cache.address())));
    }

    /** The cluster's own name servers, and which variables say them. */
    private static Map<Address, Variable<Address>> own(DnsSpec dns) {
        Map<Address, Variable<Address>> own = new LinkedHashMap<>();
        own.put(dns.service(), DnsVariables.SERVICE);
        dns.secondService().ifPresent(second -> own.put(second, DnsVariables.SECOND_SERVICE));
        dns.nodeLocal()
                .map(NodeLocalSpec::address)
                .ifPresent(address -> own.put(address, DnsVariables.NODE_LOCAL_ADDRESS));
        return own;
    }

    private void checkUpstream(Map<Address, Variable<Address>> own) {
        @Nullable Position position = source.position(DnsVariables.UPSTREAM);
        for (Address server : source.get(DnsVariables.UPSTREAM)) {
            if (own.containsKey(server)) {
                Variable<Address> variable = own.getOrDefault(server, DnsVariables.SERVICE);
                source.error(
                        position,
                        "upstream_dns_servers contains " + variable.name() + ", " + server,
                        (variable.equals(DnsVariables.NODE_LOCAL_ADDRESS) ? "the cache" : "CoreDNS")
                                + " would ask itself",
                        OUTSIDE);
            } else if (server.isLoopback()) {
                source.error(
                        position,
                        "upstream_dns_servers contains " + server,
                        "inside a pod that is the pod itself: CoreDNS would ask itself",
                        "list the servers that " + server + " asks on the hosts");
            }
        }
    }

    private void checkServers(String host, Map<Address, Variable<Address>> own) {
        if (source.variables().get(ResolverVariables.MODE, host) == ResolvConfMode.NONE) {
            return;
        }
        source.variables().get(ResolverVariables.NAME_SERVERS, host).stream()
                .filter(own::containsKey)
                .forEach(server -> source.error(
                        position(ResolverVariables.NAME_SERVERS, host),
                        "nameservers contains "
                                + own.getOrDefault(server, DnsVariables.SERVICE).name() + ", " + server,
                        "CoreDNS asks these servers for names outside the cluster, so it would ask itself; nodes ask the cluster's DNS"
                                + " before them anyway",
                        OUTSIDE));
    }

    private void checkNumber(String host, ResolverSpec resolver) {
        int listed =
                source.variables().get(ResolverVariables.NAME_SERVERS, host).size();
        int most = ResolverSettings.MOST_SERVERS - resolver.cluster().size();
        if (listed > most) {
            source.warning(
                    position(ResolverVariables.NAME_SERVERS, host),
                    "nameservers has " + listed + " servers"
                            + (resolver.asksCluster() ? ", and nodes ask the cluster's DNS before them" : ""),
                    "programs ask no more than " + ResolverSettings.MOST_SERVERS
                            + " (resolv.conf(5), MAXNS); the last ones are left out",
                    "list at most " + most);
        }
    }

    private void checkDomains(String host, ResolverSpec resolver) {
        List<String> all = Stream.concat(resolver.clusterDomains().stream(), resolver.domains().stream())
                .toList();
        int length = String.join(" ", all).length();
        if (all.size() > MOST_DOMAINS || length > LONGEST_DOMAINS) {
            source.warning(
                    position(ResolverVariables.SEARCH_DOMAINS, host),
                    "searchdomains: a host would have " + all.size() + " search domains of " + length + " characters",
                    "programs with musl, or a GNU C library before 2.26, read " + MOST_DOMAINS + " of "
                            + LONGEST_DOMAINS + " characters together, and pods of Kubernetes before 1.28 get no more",
                    "list fewer"
                            + (resolver.clusterDomains().isEmpty()
                                    ? ""
                                    : "; with remove_default_searchdomains: true the cluster's are not among them"));
        }
    }

    private void checkPods(String host, ResolverSpec resolver) {
        Optional<String> file = source.variables().find(KubeletVariables.RESOLV_CONF, host);
        if (resolver.asksCluster() && file.filter(OF_HOSTS::contains).isPresent()) {
            source.warning(
                    position(KubeletVariables.RESOLV_CONF, host),
                    "kube_resolv_conf is " + file.orElseThrow() + ", where nodes have the cluster's DNS first",
                    "pods that are to find names without the cluster's DNS would ask it, too",
                    "remove the line: then these pods get the name servers of the inventory");
        }
    }

    private void checkZones(Variable<?> variable, Collection<DnsZone> zones, List<Address> own) {
        zones.stream()
                .flatMap(zone -> zone.servers().stream())
                .filter(server -> own.stream().anyMatch(address -> isAt(server, address)))
                .distinct()
                .forEach(server -> source.error(
                        source.position(variable),
                        variable.name() + ": a zone is to be answered by " + server + ", which would ask itself",
                        "the query would never be answered",
                        "name the servers that know the zone"));
    }

    private static boolean isAt(String server, Address address) {
        String bare = server.replaceFirst("^dns://", "");
        return Stream.of(address.toString(), address.beforePort())
                .anyMatch(text -> bare.equals(text) || bare.equals(text + ":53"));
    }

    @Nullable
    private Position position(Variable<?> variable, String host) {
        return source.variables().position(variable, host).orElse(null);
    }
}
