package io.urania.cluster.spec.dns;

import io.urania.cluster.value.Address;
import java.util.List;

/**
 * How a host finds names, where the inventory asks for anything.
 *
 * @param cluster the cluster's name servers, where the host asks them before all others
 * @param servers further name servers, in the order in which they are asked; empty if the host has only its own
 * @param keepsOwn whether it goes on asking its own name servers, after these
 * @param clusterDomains the cluster's search domains, where it asks the cluster's name servers
 * @param domains further search domains
 * @param ndots as in resolv.conf(5)
 * @param timeout in seconds
 * @param attempts as in resolv.conf(5)
 */
public record ResolverSpec(
        List<Address> cluster,
        List<Address> servers,
        boolean keepsOwn,
        List<String> clusterDomains,
        List<String> domains,
        int ndots,
        int timeout,
        int attempts) {

    public ResolverSpec {
        cluster = List.copyOf(cluster);
        servers = List.copyOf(servers);
        clusterDomains = List.copyOf(clusterDomains);
        domains = List.copyOf(domains);
    }

    /** Whether the host asks the cluster before anybody else. */
    public boolean asksCluster() {
        return !cluster.isEmpty();
    }

    /** Name servers that are the same ones when a pod asks them. */
    public List<Address> serversForPods() {
        return servers.stream().filter(server -> !server.isLoopback()).toList();
    }
}
