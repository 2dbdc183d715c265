package io.urania.cluster.reader.dns;

import io.urania.cluster.reader.source.Source;
import io.urania.cluster.spec.NetworkSpec;
import io.urania.cluster.spec.dns.DnsSpec;
import io.urania.cluster.spec.dns.NodeLocalSpec;
import io.urania.cluster.spec.dns.ResourcesSpec;
import io.urania.cluster.value.Address;
import io.urania.cluster.value.DnsMode;
import io.urania.cluster.value.Network;
import io.urania.cluster.variable.Variable;
import io.urania.cluster.variable.rows.CoreDnsVariables;
import io.urania.cluster.variable.rows.CorefileVariables;
import io.urania.cluster.variable.rows.DnsVariables;
import io.urania.cluster.variable.rows.NodeLocalVariables;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Predicate;

/** Reads the settings of names inside the cluster. */
public final class DnsReader {
    /** Kubespray's {@code skydns_server}. */
    private static final int DNS_POSITION = 3;

    /** Kubespray's {@code skydns_server_secondary}. */
    private static final int SECOND_POSITION = 4;

    private final Source source;

    public DnsReader(Source source) {
        this.source = source;
    }

    /** What the inventory says, with the cluster's networks as they were read. */
    public DnsSpec read(NetworkSpec network) {
        DnsMode mode = source.get(DnsVariables.MODE);
        CorefileReader corefiles = new CorefileReader(source);
        NodeLocalSpec cache = cache(network, corefiles);
        String zone = source.get(DnsVariables.EXTERNAL_ZONE);
        Network services = network.first().services();
        return new DnsSpec(
                source.find(DnsVariables.DOMAIN).orElseGet(() -> source.get(DnsVariables.CLUSTER_NAME)),
                address(DnsVariables.SERVICE, services, DNS_POSITION),
                Optional.of(address(DnsVariables.SECOND_SERVICE, services, SECOND_POSITION))
                        .filter(_ -> mode == DnsMode.COREDNS_DUAL),
                source.get(DnsVariables.UPSTREAM),
                source.get(DnsVariables.NODE_LOCAL_ENABLED) ? Optional.of(cache) : Optional.empty(),
                source.get(DnsVariables.EXTERNAL) ? Optional.of(zone) : Optional.empty(),
                source.get(DnsVariables.ENDPOINT_POD_NAMES),
                source.get(CorefileVariables.REVERSE_LOOKUPS),
                Arrays.stream(source.get(CorefileVariables.EXTRA_DOMAINS).split(" ", -1))
                        .filter(Predicate.not(String::isEmpty))
                        .toList(),
                replicas(),
                source.get(CorefileVariables.TOLERATIONS),
                budget(),
                corefiles.coreDns(),
                new ResourcesSpec(
                        source.get(CorefileVariables.CPU_REQUEST),
                        source.get(CorefileVariables.MEMORY_REQUEST),
                        source.find(CorefileVariables.CPU_LIMIT),
                        source.get(CorefileVariables.MEMORY_LIMIT)));
    }

    private NodeLocalSpec cache(NetworkSpec network, CorefileReader corefiles) {
        if (source.get(NodeLocalVariables.SECOND) && !source.get(DnsVariables.NODE_LOCAL_ENABLED)) {
            source.warning(
                    source.position(NodeLocalVariables.SECOND),
                    NodeLocalVariables.SECOND.name() + " has no effect",
                    DnsVariables.NODE_LOCAL_ENABLED.name() + " is false: nodes have no DNS cache",
                    "remove one of the two lines");
        }
        NodeLocalSpec.Instance second = new NodeLocalSpec.Instance(
                source.get(NodeLocalVariables.SECOND_HEALTH_PORT),
                source.get(NodeLocalVariables.SECOND_METRICS_PORT),
                source.get(NodeLocalVariables.SECOND_LINGER));
        return new NodeLocalSpec(
                cacheAddress(network),
                new NodeLocalSpec.Instance(
                        source.get(DnsVariables.NODE_LOCAL_HEALTH_PORT),
                        source.get(CorefileVariables.CACHE_METRICS_PORT),
                        0),
                source.get(NodeLocalVariables.SECOND) ? Optional.of(second) : Optional.empty(),
                source.get(NodeLocalVariables.METRICS_ON_HOST),
                corefiles.cache(),
                new ResourcesSpec(
                        source.get(CorefileVariables.CACHE_CPU_REQUEST),
                        source.get(CorefileVariables.CACHE_MEMORY_REQUEST),
                        Optional.empty(),
                        source.get(CorefileVariables.CACHE_MEMORY_LIMIT)));
    }

    /** By nodes as Kubernetes' cluster-proportional-autoscaler counts them (its "linear" mode). */
    private int replicas() {
        int nodes = source.membership().nodes().size();
        int usual = Math.min(2, source.membership().controlPlane().size());
        int least = source.find(CoreDnsVariables.LEAST).orElse(usual);
        int byNodes = Math.ceilDiv(nodes, source.get(CoreDnsVariables.MOST_NODES));
        int scaled = Math.max(byNodes, source.get(CoreDnsVariables.NEVER_ONE) ? Math.max(2, least) : least);
        int wanted = source.get(CoreDnsVariables.BY_NODES) ? scaled : usual;
        return Math.clamp(source.find(CoreDnsVariables.REPLICAS).orElse(wanted), 1, Math.max(1, nodes));
    }

    private Optional<String> budget() {
        String most = source.get(CorefileVariables.MAX_UNAVAILABLE);
        return source.get(CorefileVariables.DISRUPTION_BUDGET) ? Optional.of(most) : Optional.empty();
    }

    /** Pods that have only IPv6 addresses cannot ask at the usual one, which Kubespray's sample sets in every inventory. */
    private Address cacheAddress(NetworkSpec network) {
        Address usual = DnsVariables.NODE_LOCAL_ADDRESS.fallback().orElseThrow();
        Address wanted = source.get(DnsVariables.NODE_LOCAL_ADDRESS);
        return network.first().isIpv6() && wanted.equals(usual) ? DnsVariables.NODE_LOCAL_IPV6 : wanted;
    }

    private Address address(Variable<Address> variable, Network services, int position) {
        return source.find(variable).orElseGet(() -> services.address(Math.min(position, lastPosition(services))));
    }

    /** A tiny network is refused by the rules; until then it must not stop the reading. */
    private static int lastPosition(Network network) {
        int bits = network.addressBits() - network.prefixLength();
        return bits > 2 ? SECOND_POSITION : (1 << bits) - 1;
    }
}
