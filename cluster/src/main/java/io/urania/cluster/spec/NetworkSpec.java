package io.urania.cluster.spec;

import io.urania.cluster.value.Address;
import io.urania.cluster.value.Network;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The cluster's address ranges.
 *
 * @param first ranges of the family that services have unless they ask for another: IPv4, where the cluster has it
 * @param second ranges of the other family, where the cluster has both (Kubernetes documentation, "IPv4/IPv6 dual-stack")
 * @param apiService address of the service {@code kubernetes}: the first of the services' first range
 * @param plugin what connects the pods of different nodes
 */
public record NetworkSpec(
        AddressRanges first, Optional<AddressRanges> second, Address apiService, NetworkPluginSpec plugin) {

    /** The ranges of each family, the first one first. */
    public List<AddressRanges> ranges() {
        return Stream.concat(Stream.of(first), second.stream()).toList();
    }

    /** Whether pods and services have addresses of both families. */
    public boolean isDualStack() {
        return second.isPresent();
    }

    /** Whether there are IPv6 addresses, alone or beside IPv4. */
    public boolean hasIpv6() {
        return ranges(true).isPresent();
    }

    /** The ranges of one family, if the cluster has it. */
    public Optional<AddressRanges> ranges(boolean ipv6) {
        return ranges().stream().filter(ranges -> ranges.isIpv6() == ipv6).findFirst();
    }

    /** The ranges of service addresses, separated by commas, as Kubernetes' programs take them. */
    public String services() {
        return joined(AddressRanges::services, ",");
    }

    /** The ranges of pod addresses, separated by commas, as Kubernetes' programs take them. */
    public String pods() {
        return joined(AddressRanges::pods, ",");
    }

    /** The ranges of pod addresses for people to read. */
    public String podsInWords() {
        return joined(AddressRanges::pods, " and ");
    }

    private String joined(Function<AddressRanges, Network> range, String separator) {
        return ranges().stream().map(range).map(Network::toString).collect(Collectors.joining(separator));
    }
}
