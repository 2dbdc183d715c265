package io.urania.cluster.reader.rule;

import io.urania.cluster.reader.source.Source;
import io.urania.cluster.spec.ApiEndpoint;
import io.urania.cluster.spec.HostSpec;
import io.urania.cluster.spec.NetworkSpec;
import io.urania.cluster.spec.NodeSpec;
import io.urania.cluster.spec.dns.DnsSpec;
import io.urania.cluster.value.Address;
import io.urania.cluster.value.Network;
import io.urania.cluster.variable.Variable;
import io.urania.cluster.variable.rows.BalancerVariables;
import io.urania.cluster.variable.rows.DnsVariables;
import io.urania.cluster.variable.rows.KubeletVariables;
import io.urania.cluster.variable.rows.NetworkVariables;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** How the cluster's networks and addresses must lie to each other. */
public final class NetworkRules {
    /** kube-controller-manager refuses more ({@code pkg/controller/nodeipam/ipam/cidrset}). */
    private static final int MOST_NODE_BITS = 16;

    /** kube-apiserver refuses service ranges of more addresses ({@code cmd/kube-apiserver/app/options/validation.go}). */
    private static final int MOST_SERVICE_BITS = 20;

    /** Room for the API, CoreDNS and a few services of the cluster itself. */
    private static final int FEWEST_SERVICE_BITS = 4;

    private final Source source;

    public NetworkRules(Source source) {
        this.source = source;
    }

    /**
     * Checks what was read.
     *
     * @param endpoint where the API is found, if that is known
     */
    public void check(
            NetworkSpec network,
            DnsSpec dns,
            Collection<HostSpec> hosts,
            List<NodeSpec> nodes,
            Optional<ApiEndpoint> endpoint) {
        checkFamily(network.services(), NetworkVariables.SERVICES);
        checkFamily(network.pods(), NetworkVariables.PODS);
        if (network.services().overlaps(network.pods())) {
            source.error(
                    source.positionOfEither(NetworkVariables.PODS, NetworkVariables.SERVICES),
                    "kube_pods_subnet " + network.pods() + " and kube_service_addresses " + network.services()
                            + " overlap",
                    "an address could be a pod's and a service's at once",
                    "choose networks that do not overlap, such as 10.233.0.0/18 and 10.233.64.0/18");
        }
        for (HostSpec host : hosts) {
            checkHost(host, network.services(), NetworkVariables.SERVICES);
            checkHost(host, network.pods(), NetworkVariables.PODS);
        }
        endpoint.map(ApiEndpoint::address).ifPresent(balancer -> {
            checkBalancer(balancer, network.services(), NetworkVariables.SERVICES);
            checkBalancer(balancer, network.pods(), NetworkVariables.PODS);
        });
        checkServiceSize(network.services());
        checkNodePrefix(network, source.membership().nodes().size());
        checkPods(network, nodes);
        checkServiceAddresses(network, dns);
        checkNodeLocal(network, dns);
    }

    private void checkFamily(Network network, Variable<Network> variable) {
        if (network.isIpv6()) {
            source.error(
                    source.position(variable),
                    variable.name() + " is " + network,
                    "Urania supports only IPv4 networks so far",
                    "choose a private IPv4 network such as 10.233.0.0/18");
        }
    }

    private void checkHost(HostSpec host, Network network, Variable<Network> variable) {
        if (network.contains(host.address())) {
            source.error(
                    source.position(variable),
                    variable.name() + " " + network + " contains the address of " + host.name() + ", " + host.address(),
                    "packets to that host would be routed inside the cluster",
                    "choose a network that nothing else uses");
        }
    }

    private void checkBalancer(Address balancer, Network network, Variable<Network> variable) {
        if (network.contains(balancer) && source.find(BalancerVariables.ADDRESS).isPresent()) {
            source.error(
                    source.positionOfEither(BalancerVariables.ADDRESS, variable),
                    "loadbalancer_apiserver.address " + balancer + " is an address of " + variable.name() + " "
                            + network,
                    "packets to the balancer would be routed inside the cluster",
                    "correct the address, or choose a network that nothing else uses");
        }
    }

    /** Kubespray's own check of inventories. A network plugin that a person brings may give addresses from elsewhere. */
    private void checkPods(NetworkSpec network, List<NodeSpec> nodes) {
        int bits = network.pods().addressBits() - network.nodePrefix();
        if (network.plugin().isOfNodeNetworks() && bits >= 2 && bits < Integer.SIZE - 1) {
            int addresses = (1 << bits) - 2;
            nodes.stream()
                    .filter(node -> node.kubelet().maxPods() > addresses)
                    .findFirst()
                    .ifPresent(node -> source.error(
                            source.positionOfEither(KubeletVariables.MAX_PODS, NetworkVariables.NODE_PREFIX),
                            node.name() + " may run " + node.kubelet().maxPods() + " pods (kubelet_max_pods), and its /"
                                    + network.nodePrefix() + " has " + addresses
                                    + " addresses (kube_network_node_prefix)",
                            "pods without an address do not start",
                            "set kubelet_max_pods: " + addresses + ", or a shorter kube_network_node_prefix"));
        }
    }

    private void checkServiceSize(Network services) {
        int bits = services.addressBits() - services.prefixLength();
        if (bits > MOST_SERVICE_BITS || bits < FEWEST_SERVICE_BITS) {
            source.error(
                    source.position(NetworkVariables.SERVICES),
                    "kube_service_addresses is " + services,
                    "the API server accepts prefixes of " + (services.addressBits() - MOST_SERVICE_BITS) + " to "
                            + (services.addressBits() - FEWEST_SERVICE_BITS) + " bits here",
                    "choose a network such as 10.233.0.0/18");
        }
    }

    private void checkNodePrefix(NetworkSpec network, int nodes) {
        Network pods = network.pods();
        int bits = network.nodePrefix() - pods.prefixLength();
        int longest = pods.addressBits() - 2;
        if (bits < 0 || bits > MOST_NODE_BITS || network.nodePrefix() > longest) {
            source.error(
                    source.positionOfEither(NetworkVariables.NODE_PREFIX, NetworkVariables.PODS),
                    "kube_network_node_prefix is " + network.nodePrefix() + " and kube_pods_subnet is " + pods,
                    "each node's network must be part of the pods' network, so its prefix must have %d to %d bits"
                            .formatted(pods.prefixLength(), Math.min(longest, pods.prefixLength() + MOST_NODE_BITS)),
                    "choose a prefix in between, usually 24");
        } else if (1L << bits < nodes) {
            source.error(
                    source.positionOfEither(NetworkVariables.PODS, NetworkVariables.NODE_PREFIX),
                    "kube_pods_subnet " + pods + " has room for " + (1L << bits) + " nodes, but there are " + nodes,
                    "every node gets a /" + network.nodePrefix() + " of it (kube_network_node_prefix)",
                    "choose a larger kube_pods_subnet or a longer kube_network_node_prefix");
        }
    }

    private void checkServiceAddresses(NetworkSpec network, DnsSpec dns) {
        Network services = network.services();
        if (services.addressBits() - services.prefixLength() < FEWEST_SERVICE_BITS) {
            return;
        }
        Address first = services.address(1);
        if (!network.apiService().equals(first)) {
            source.error(
                    source.position(NetworkVariables.API_SERVICE),
                    "kube_apiserver_ip is " + network.apiService(),
                    "Kubernetes gives the API the first address of kube_service_addresses " + services + ", " + first,
                    "write " + first + ", or remove the line");
        }
        if (!services.contains(dns.service())
                || dns.service().equals(services.address(0))
                || dns.service().equals(first)) {
            source.error(
                    source.position(DnsVariables.SERVICE),
                    "skydns_server is " + dns.service(),
                    "it must be an address of kube_service_addresses " + services + " other than its first two",
                    "write " + services.address(3) + ", or remove the line");
        }
    }

    private void checkNodeLocal(NetworkSpec network, DnsSpec dns) {
        dns.nodeLocal().map(DnsSpec.NodeLocal::address).ifPresent(address -> {
            if (network.services().contains(address) || network.pods().contains(address)) {
                source.error(
                        source.position(DnsVariables.NODE_LOCAL_ADDRESS),
                        "nodelocaldns_ip " + address + " is an address of the cluster's networks",
                        "every node has this address itself, so nothing else must use it",
                        "choose a link-local address such as 169.254.25.10");
            }
            if (dns.upstreamServers().contains(address)) {
                source.error(
                        source.position(DnsVariables.UPSTREAM),
                        "upstream_dns_servers contains nodelocaldns_ip, " + address,
                        "the cache would ask itself",
                        "list only servers outside the cluster");
            }
        });
    }
}
