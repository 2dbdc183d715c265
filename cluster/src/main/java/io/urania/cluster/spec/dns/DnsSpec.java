package io.urania.cluster.spec.dns;

import io.urania.cluster.value.Address;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Names inside the cluster.
 *
 * @param domain the cluster's own domain, such as {@code cluster.local}
 * @param service address of CoreDNS' service
 * @param upstreamServers servers for all other names; empty: those of the host's resolv.conf
 * @param nodeLocal the cache on every node, if there is one
 * @param externalZone zone in which CoreDNS also tells services' external addresses (plugin k8s_external), if wanted
 * @param endpointPodNames whether the names of endpoints are made of pod names
 * @param reverseLookups whether names are found by addresses
 * @param extraDomains further zones that CoreDNS answers from the cluster's objects
 * @param replicas how many CoreDNS there are; empty for two, or one where there is one control plane host
 * @param tolerations of CoreDNS' pods, besides those that they need
 * @param maxUnavailable how many of them may be away when nodes are drained, a number or a percentage; empty for no limit
 * @param coreDns what is added to CoreDNS' Corefile
 * @param coreDnsResources what CoreDNS may use
 */
public record DnsSpec(
        String domain,
        Address service,
        List<Address> upstreamServers,
        Optional<NodeLocal> nodeLocal,
        Optional<String> externalZone,
        boolean endpointPodNames,
        boolean reverseLookups,
        List<String> extraDomains,
        OptionalInt replicas,
        List<Object> tolerations,
        Optional<String> maxUnavailable,
        CorefileSpec coreDns,
        ResourcesSpec coreDnsResources) {
    public DnsSpec {
        upstreamServers = List.copyOf(upstreamServers);
        tolerations = List.copyOf(tolerations);
        extraDomains = List.copyOf(extraDomains);
    }

    /** The address that pods ask: the node-local cache where there is one, otherwise CoreDNS' service. */
    public Address podsAsk() {
        return nodeLocal.map(NodeLocal::address).orElse(service);
    }

    /**
     * The DNS cache on every node.
     *
     * @param address link-local address on which it listens
     * @param healthPort TCP port of its health check on that address
     * @param metricsPort TCP port of its metrics on that address
     * @param corefile what is added to its Corefile
     * @param resources what it may use
     */
    public record NodeLocal(
            Address address, int healthPort, int metricsPort, CorefileSpec corefile, ResourcesSpec resources) {}
}
