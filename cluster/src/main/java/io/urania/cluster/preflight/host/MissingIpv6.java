package io.urania.cluster.preflight.host;

import io.urania.cluster.preflight.Finding;
import io.urania.cluster.preflight.HostRule;
import io.urania.cluster.preflight.Situation;
import io.urania.cluster.spec.AddressRanges;
import io.urania.cluster.spec.ClusterSpec;
import io.urania.cluster.spec.HostSpec;
import io.urania.cluster.value.Address;
import io.urania.cluster.value.Network;
import io.urania.engine.fact.Facts;
import io.urania.engine.fact.Question;
import io.urania.engine.network.Ipv6Fact;
import io.urania.engine.network.Ipv6Probe;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A host has the IPv6 address that the inventory says; a kubelet ends otherwise ({@code pkg/kubelet/kubelet_node_status.go}, "validateNodeIP"). A
 * node has a route to the addresses of services: kube-proxy's rules turn packets on their way, and where there is no way no packet is sent.
 */
record MissingIpv6() implements HostRule {

    @Override
    public String id() {
        return "missing-address";
    }

    @Override
    public List<Question<?>> questions(ClusterSpec spec, HostSpec host) {
        return own(host).isPresent() ? List.of(Ipv6Probe.QUESTION) : List.of();
    }

    private static Optional<Address> own(HostSpec host) {
        return host.ownAddresses().stream().filter(Address::isIpv6).findFirst();
    }

    @Override
    public List<Finding> findings(HostSpec host, Facts facts, Situation situation) {
        return own(host)
                .map(address -> Stream.of(
                                address(host, address, facts.answer(Ipv6Probe.QUESTION)),
                                route(host, facts.answer(Ipv6Probe.QUESTION), situation.spec()))
                        .flatMap(Optional::stream)
                        .limit(1)
                        .toList())
                .orElse(List.of());
    }

    private Optional<Finding> route(HostSpec host, Ipv6Fact fact, ClusterSpec spec) {
        Network services = spec.network().ranges().stream()
                .filter(AddressRanges::isIpv6)
                .map(AddressRanges::services)
                .findFirst()
                .orElseThrow();
        boolean isThere = fact.routes().stream()
                .map(Network::parse)
                .flatMap(Optional::stream)
                .anyMatch(route -> route.contains(services));
        if (isThere || spec.node(host.name()).isEmpty()) {
            return Optional.empty();
        }
        String what = "it has no IPv6 route to " + services + ", the addresses of services";
        String why = "programs of the host itself, such as the node-local DNS cache, could not reach services";
        String help = "give it an IPv6 default route, or one to that network by the interface between the nodes";
        return Optional.of(
                spec.network().isDualStack()
                        ? warning(host.name(), what, why + " at their IPv6 addresses; pods can", help)
                        : error(host.name(), what, why, help));
    }

    private Optional<Finding> address(HostSpec host, Address address, Ipv6Fact fact) {
        Set<Address> present = fact.addresses().stream()
                .map(Address::parse)
                .flatMap(Optional::stream)
                .collect(Collectors.toSet());
        if (present.contains(address)) {
            return Optional.empty();
        }
        return Optional.of(
                present.isEmpty()
                        ? error(
                                host.name(),
                                "it has no IPv6 address at all",
                                "the inventory says that it has " + address + " (ip6)",
                                "enable IPv6 on it: sysctl net.ipv6.conf.all.disable_ipv6 must be 0, and the kernel's command"
                                        + " line must not have ipv6.disable=1")
                        : error(
                                host.name(),
                                "it does not have the address " + address + ", which is its ip6",
                                "its kubelet would not start: a node has its own addresses",
                                "give the address to an interface of it, or correct ip6"));
    }
}
