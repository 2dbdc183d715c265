package io.urania.cluster.spec.dns;

import io.urania.cluster.value.Address;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Names inside the cluster.
 *
 * @param domain the cluster's own domain, such as {@code cluster.local}
 * @param service address of CoreDNS' service
 * @param secondService address of a second CoreDNS' service, if there is one
 * @param upstreamServers servers for all other names; empty: those of the host's resolv.conf
 * @param nodeLocal the cache on every node, if there is one
 * @param externalZone zone in which CoreDNS also tells services' external addresses (plugin k8s_external), if wanted
 * @param endpointPodNames whether the names of endpoints are made of pod names
 * @param reverseLookups whether names are found by addresses
 * @param extraDomains further zones that CoreDNS answers from the cluster's objects
 * @param replicas how many pods CoreDNS has, no more than there are nodes
 * @param tolerations of CoreDNS' pods, besides those that they need
 * @param maxUnavailable how many of them may be away when nodes are drained, a number or a percentage; empty for no limit
 * @param coreDns what is added to CoreDNS' Corefile
 * @param coreDnsResources what CoreDNS may use
 */
public record DnsSpec(
        String domain,
        Address service,
        Optional<Address> secondService,
        List<Address> upstreamServers,
        Optional<NodeLocalSpec> nodeLocal,
        Optional<String> externalZone,
        boolean endpointPodNames,
        boolean reverseLookups,
        List<String> extraDomains,
        int replicas,
        List<Object> tolerations,
        Optional<String> maxUnavailable,
        CorefileSpec coreDns,
        ResourcesSpec coreDnsResources) {
    public DnsSpec {
        upstreamServers = List.copyOf(upstreamServers);
        tolerations = List.copyOf(tolerations);
        extraDomains = List.copyOf(extraDomains);
    }

    /** The same, where other servers are asked for names outside the cluster. */
    public DnsSpec withUpstream(List<Address> servers) {
        return new DnsSpec(
                domain,
                service,
                secondService,
                servers,
                nodeLocal,
                externalZone,
                endpointPodNames,
                reverseLookups,
                extraDomains,
                replicas,
                tolerations,
                maxUnavailable,
                coreDns,
                coreDnsResources);
    }

    /** CoreDNS' services. */
    public List<Address> services() {
        return Stream.concat(Stream.of(service), secondService.stream()).toList();
    }

    /** The addresses that pods ask: the node-local cache where there is one, otherwise CoreDNS' services. */
    public List<Address> podsAsk() {
        return nodeLocal.map(cache -> List.of(cache.address())).orElseGet(this::services);
    }
}
