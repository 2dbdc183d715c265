package io.urania.cluster.reader.rule;

import io.urania.cluster.reader.source.Families;
import io.urania.cluster.reader.source.Source;
import io.urania.cluster.spec.AddressRanges;
import io.urania.cluster.spec.ApiEndpoint;
import io.urania.cluster.spec.HostSpec;
import io.urania.cluster.spec.NetworkSpec;
import io.urania.cluster.spec.NodeSpec;
import io.urania.cluster.spec.dns.DnsSpec;
import io.urania.cluster.spec.dns.NodeLocalSpec;
import io.urania.cluster.value.Address;
import io.urania.cluster.value.Network;
import io.urania.cluster.variable.Variable;
import io.urania.cluster.variable.rows.BalancerVariables;
import io.urania.cluster.variable.rows.ConnectionVariables;
import io.urania.cluster.variable.rows.DnsVariables;
import io.urania.cluster.variable.rows.KubeletVariables;
import io.urania.cluster.variable.rows.NetworkVariables;
import io.urania.cluster.variable.rows.NetworkVariables.Ranges;
import io.urania.engine.text.Count;
import java.util.Collection;
import java.util.LinkedHashSet;
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

    private static final int MOST_NAMED = 3;

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
        checkHostBits();
        hosts.forEach(this::checkReachable);
        hosts.forEach(host -> checkFamily(host, network));
        boolean isIpv4 = isOfItsFamily(false);
        boolean isIpv6 = isOfItsFamily(true);
        if (!isIpv4 || !isIpv6) {
            return;
        }
        for (AddressRanges ranges : network.ranges()) {
            Ranges variables = Ranges.of(ranges.isIpv6());
            checkOverlap(ranges, variables);
            checkHosts(hosts, ranges.services(), variables.services());
            checkHosts(hosts, ranges.pods(), variables.pods());
            endpoint.map(ApiEndpoint::address).ifPresent(balancer -> {
                checkBalancer(balancer, ranges.services(), variables.services());
                checkBalancer(balancer, ranges.pods(), variables.pods());
            });
            checkServiceSize(ranges.services(), variables.services());
            checkNodePrefix(ranges, variables, source.membership().nodes().size());
            if (network.plugin().isOfNodeNetworks()) {
                checkPods(ranges, variables, nodes);
            }
            checkNodeLocal(ranges, dns);
        }
        checkServiceAddresses(network, dns);
        checkNodeLocalFamily(network, dns);
        checkNodeLocalHost(hosts, dns);
    }

    private void checkReachable(HostSpec host) {
        host.ownAddresses().stream()
                .filter(address -> !address.isReachable())
                .forEach(address -> source.error(
                        source.inventory().positionOf(host.name()),
                        host.name() + " has the address " + address + ", by which no other host reaches it",
                        "etcd, the API server and the kubelet listen on it and tell it to others",
                        "set ip of the host to its address in the network of the others"));
    }

    /** Kubernetes' programs clear them without a word. */
    private void checkHostBits() {
        for (boolean ipv6 : List.of(false, true)) {
            Ranges variables = Ranges.of(ipv6);
            for (Variable<Network> variable : List.of(variables.services(), variables.pods())) {
                source.membership().in(variable.scope()).stream()
                        .flatMap(host -> source.variables().written(variable, host).stream())
                        .distinct()
                        .forEach(setting -> Network.clearedOf(setting.value())
                                .ifPresent(network -> source.warning(
                                        setting.position(),
                                        setting.name() + " is " + setting.value() + ", and the network is " + network,
                                        "bits after the prefix belong to hosts: they are cleared",
                                        "write " + setting.name() + ": " + network)));
            }
        }
    }

    /** Whether the networks of the family's variables are of it, whether or not the cluster has that family. */
    private boolean isOfItsFamily(boolean ipv6) {
        Ranges variables = Ranges.of(ipv6);
        boolean fits = true;
        for (Variable<Network> variable : List.of(variables.services(), variables.pods())) {
            Network network = source.get(variable);
            if (network.isIpv6() != ipv6) {
                fits = false;
                source.error(
                        source.position(variable),
                        variable.name() + " is " + network + ", which is an " + Families.word(!ipv6) + " network",
                        "it is the variable of " + Families.word(ipv6) + " networks",
                        ipv6
                                ? "choose a private IPv6 network such as "
                                        + variable.fallback().orElseThrow()
                                : "choose a private IPv4 network such as "
                                        + variable.fallback().orElseThrow() + "; for IPv6 set " + variable.name()
                                        + "_ipv6, and ipv6_stack: true");
            }
        }
        return fits;
    }

    /** The API server refuses service addresses of another family than its own ({@code cmd/kube-apiserver/app/options/completion.go}). */
    private void checkFamily(HostSpec host, NetworkSpec network) {
        boolean ipv6 = network.first().isIpv6();
        Variable<Address> own = ipv6 ? ConnectionVariables.IP6 : ConnectionVariables.IP;
        Variable<Address> access = ipv6 ? ConnectionVariables.ACCESS_IP6 : ConnectionVariables.ACCESS_IP;
        for (Address address : new LinkedHashSet<>(List.of(host.address(), host.accessAddress()))) {
            if (address.isIpv6() != ipv6) {
                source.error(
                        source.inventory().positionOf(host.name()),
                        host.name() + " has the address " + address + ", and services have " + Families.word(ipv6)
                                + " addresses",
                        "hosts reach each other by the cluster's first family, which is that of services",
                        "set " + (address.equals(host.address()) ? own : access).name() + " of the host to an "
                                + Families.word(ipv6) + " address"
                                + (ipv6
                                        ? ""
                                        : "; for a cluster with IPv6 alone set ipv4_stack: false and ipv6_stack: true"));
            }
        }
        host.secondAddress()
                .filter(address -> address.isIpv6() == ipv6)
                .ifPresent(address -> source.error(
                        source.inventory().positionOf(host.name()),
                        host.name() + " has ip6: " + address + ", which is not an IPv6 address",
                        "a node of a cluster with both families has an address of each",
                        "set ip6 to its IPv6 address"));
    }

    private void checkOverlap(AddressRanges ranges, Ranges variables) {
        if (ranges.services().overlaps(ranges.pods())) {
            source.error(
                    source.positionOfEither(variables.pods(), variables.services()),
                    variables.pods().name() + " " + ranges.pods() + " and "
                            + variables.services().name() + " " + ranges.services() + " overlap",
                    "an address could be a pod's and a service's at once",
                    "choose networks that do not overlap, such as "
                            + variables.services().fallback().orElseThrow() + " and "
                            + variables.pods().fallback().orElseThrow());
        }
    }

    private void checkHosts(Collection<HostSpec> hosts, Network network, Variable<Network> variable) {
        List<String> inside = hosts.stream()
                .filter(host -> host.ownAddresses().stream().anyMatch(network::contains))
                .map(HostSpec::name)
                .toList();
        if (!inside.isEmpty()) {
            source.error(
                    source.position(variable),
                    variable.name() + " " + network + " contains "
                            + (inside.size() == 1 ? "the address of " : "the addresses of ") + named(inside),
                    "packets to " + (inside.size() == 1 ? "that host" : "these hosts")
                            + " would be routed inside the cluster",
                    "choose a network that nothing else uses");
        }
    }

    private static String named(List<String> hosts) {
        String first = String.join(", ", hosts.subList(0, Math.min(MOST_NAMED, hosts.size())));
        return hosts.size() <= MOST_NAMED ? first : first + " and " + (hosts.size() - MOST_NAMED) + " more";
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
    private void checkPods(AddressRanges ranges, Ranges variables, List<NodeSpec> nodes) {
        int bits = ranges.pods().addressBits() - ranges.nodePrefix();
        if (bits >= 2 && bits < Integer.SIZE - 1) {
            int addresses = (1 << bits) - 2;
            nodes.stream()
                    .filter(node -> node.kubelet().maxPods() > addresses)
                    .findFirst()
                    .ifPresent(node -> source.error(
                            source.positionOfEither(KubeletVariables.MAX_PODS, variables.nodePrefix()),
                            node.name() + " may run " + node.kubelet().maxPods() + " pods (kubelet_max_pods), and its /"
                                    + ranges.nodePrefix() + " has " + addresses + " addresses ("
                                    + variables.nodePrefix().name() + ")",
                            "pods without an address do not start",
                            "set kubelet_max_pods: " + addresses + ", or a shorter "
                                    + variables.nodePrefix().name()));
        }
    }

    private void checkServiceSize(Network services, Variable<Network> variable) {
        int bits = services.addressBits() - services.prefixLength();
        if (bits > MOST_SERVICE_BITS || bits < FEWEST_SERVICE_BITS) {
            source.error(
                    source.position(variable),
                    variable.name() + " is " + services,
                    "the API server accepts prefixes of " + (services.addressBits() - MOST_SERVICE_BITS) + " to "
                            + (services.addressBits() - FEWEST_SERVICE_BITS) + " bits here",
                    "choose a network such as " + variable.fallback().orElseThrow());
        }
    }

    private void checkNodePrefix(AddressRanges ranges, Ranges variables, int nodes) {
        Network pods = ranges.pods();
        int bits = ranges.nodePrefix() - pods.prefixLength();
        int longest = pods.addressBits() - 2;
        if (bits < 0 || bits > MOST_NODE_BITS || ranges.nodePrefix() > longest) {
            source.error(
                    source.positionOfEither(variables.nodePrefix(), variables.pods()),
                    variables.nodePrefix().name() + " is " + ranges.nodePrefix() + " and "
                            + variables.pods().name() + " is " + pods,
                    "each node's network must be part of the pods' network, so its prefix must have %d to %d bits"
                            .formatted(pods.prefixLength(), Math.min(longest, pods.prefixLength() + MOST_NODE_BITS)),
                    "choose a prefix in between, usually "
                            + variables.nodePrefix().fallback().orElseThrow());
        } else if (1L << bits < nodes) {
            source.error(
                    source.positionOfEither(variables.pods(), variables.nodePrefix()),
                    variables.pods().name() + " " + pods + " has room for " + Count.of(1L << bits, "node")
                            + ", but there are " + nodes,
                    "every node gets a /" + ranges.nodePrefix() + " of it ("
                            + variables.nodePrefix().name() + ")",
                    "choose a larger " + variables.pods().name() + " or a longer "
                            + variables.nodePrefix().name());
        }
    }

    private void checkServiceAddresses(NetworkSpec network, DnsSpec dns) {
        Network services = network.first().services();
        if (services.addressBits() - services.prefixLength() < FEWEST_SERVICE_BITS) {
            return;
        }
        Address first = services.address(1);
        if (!network.apiService().equals(first)) {
            source.error(
                    source.position(NetworkVariables.API_SERVICE),
                    "kube_apiserver_ip is " + network.apiService(),
                    "Kubernetes gives the API the first address of " + rangeOf(services) + ", " + first,
                    "write " + first + ", or remove the line");
        }
        checkDnsService(DnsVariables.SERVICE, dns.service(), services, 3);
        dns.secondService().ifPresent(second -> {
            checkDnsService(DnsVariables.SECOND_SERVICE, second, services, 4);
            if (second.equals(dns.service())) {
                source.error(
                        source.positionOfEither(DnsVariables.SECOND_SERVICE, DnsVariables.SERVICE),
                        "skydns_server_secondary and skydns_server are both " + second,
                        "each CoreDNS has a service of its own",
                        "choose another address of " + rangeOf(services));
            }
        });
    }

    private void checkDnsService(Variable<Address> variable, Address address, Network services, int usual) {
        if (!services.contains(address) || address.equals(services.address(0)) || address.equals(services.address(1))) {
            source.error(
                    source.position(variable),
                    variable.name() + " is " + address,
                    "it must be an address of " + rangeOf(services) + " other than its first two",
                    "write " + services.address(usual) + ", or remove the line");
        }
    }

    private static String rangeOf(Network services) {
        return Ranges.of(services.isIpv6()).services().name() + " " + services;
    }

    private void checkNodeLocalFamily(NetworkSpec network, DnsSpec dns) {
        dns.nodeLocal()
                .map(NodeLocalSpec::address)
                .filter(address -> network.ranges(address.isIpv6()).isEmpty())
                .ifPresent(address -> source.error(
                        source.position(DnsVariables.NODE_LOCAL_ADDRESS),
                        "nodelocaldns_ip is " + address + ", and pods have only "
                                + Families.word(network.first().isIpv6()) + " addresses",
                        "no pod could ask the cache",
                        "remove the line: then it is "
                                + (network.first().isIpv6() ? DnsVariables.NODE_LOCAL_IPV6 : "169.254.25.10")));
    }

    /** Every node has it: of a host that has it too, nobody would know which one is meant. */
    private void checkNodeLocalHost(Collection<HostSpec> hosts, DnsSpec dns) {
        dns.nodeLocal()
                .map(NodeLocalSpec::address)
                .filter(address -> address.isLoopback()
                        || hosts.stream().anyMatch(host -> host.ownAddresses().contains(address)))
                .ifPresent(address -> source.error(
                        source.position(DnsVariables.NODE_LOCAL_ADDRESS),
                        "nodelocaldns_ip " + address + " is an address that a host has already",
                        "every node has this address itself, and pods ask for names there",
                        "choose a link-local address such as 169.254.25.10"));
    }

    private void checkNodeLocal(AddressRanges network, DnsSpec dns) {
        dns.nodeLocal().map(NodeLocalSpec::address).ifPresent(address -> {
            if (network.services().contains(address) || network.pods().contains(address)) {
                source.error(
                        source.position(DnsVariables.NODE_LOCAL_ADDRESS),
                        "nodelocaldns_ip " + address + " is an address of the cluster's networks",
                        "every node has this address itself, so nothing else must use it",
                        "choose a link-local address such as 169.254.25.10");
            }
        });
    }
}
