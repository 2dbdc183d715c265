package io.urania.cluster.reader;

import io.urania.cluster.reader.source.Source;
import io.urania.cluster.spec.NetworkSpec;
import io.urania.cluster.spec.dns.DnsSpec;
import io.urania.cluster.spec.dns.ResourcesSpec;
import io.urania.cluster.value.Address;
import io.urania.cluster.value.Network;
import io.urania.cluster.variable.rows.CorefileVariables;
import io.urania.cluster.variable.rows.DnsVariables;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;

/** Reads the settings of names inside the cluster. */
final class DnsReader {
    /** Kubespray's {@code skydns_server}. */
    private static final int DNS_POSITION = 3;

    private final Source source;

    DnsReader(Source source) {
        this.source = source;
    }

    DnsSpec read(NetworkSpec network) {
        source.get(DnsVariables.MODE);
        source.get(DnsVariables.RESOLV_CONF_MODE);
        CorefileReader corefiles = new CorefileReader(source);
        DnsSpec.NodeLocal cache = new DnsSpec.NodeLocal(
                cacheAddress(network),
                source.get(DnsVariables.NODE_LOCAL_HEALTH_PORT),
                source.get(CorefileVariables.CACHE_METRICS_PORT),
                corefiles.cache(),
                new ResourcesSpec(
                        source.get(CorefileVariables.CACHE_CPU_REQUEST),
                        source.get(CorefileVariables.CACHE_MEMORY_REQUEST),
                        Optional.empty(),
                        source.get(CorefileVariables.CACHE_MEMORY_LIMIT)));
        String zone = source.get(DnsVariables.EXTERNAL_ZONE);
        Network services = network.first().services();
        return new DnsSpec(
                source.find(DnsVariables.DOMAIN).orElseGet(() -> source.get(DnsVariables.CLUSTER_NAME)),
                source.find(DnsVariables.SERVICE)
                        .orElseGet(() -> services.address(Math.min(DNS_POSITION, lastPosition(services)))),
                source.get(DnsVariables.UPSTREAM),
                source.get(DnsVariables.NODE_LOCAL_ENABLED) ? Optional.of(cache) : Optional.empty(),
                source.get(DnsVariables.EXTERNAL) ? Optional.of(zone) : Optional.empty(),
                source.get(DnsVariables.ENDPOINT_POD_NAMES),
                source.get(CorefileVariables.REVERSE_LOOKUPS),
                Arrays.stream(source.get(CorefileVariables.EXTRA_DOMAINS).split(" ", -1))
                        .filter(Predicate.not(String::isEmpty))
                        .toList(),
                source.find(CorefileVariables.REPLICAS).map(OptionalInt::of).orElseGet(OptionalInt::empty),
                source.get(CorefileVariables.TOLERATIONS),
                budget(),
                corefiles.coreDns(),
                new ResourcesSpec(
                        source.get(CorefileVariables.CPU_REQUEST),
                        source.get(CorefileVariables.MEMORY_REQUEST),
                        source.find(CorefileVariables.CPU_LIMIT),
                        source.get(CorefileVariables.MEMORY_LIMIT)));
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

    /** A tiny network is refused by the rules; until then it must not stop the reading. */
    private static int lastPosition(Network network) {
        int bits = network.addressBits() - network.prefixLength();
        return bits >= 2 ? DNS_POSITION : (1 << bits) - 1;
    }
}
