package io.urania.cluster.preflight.link;

import io.urania.cluster.preflight.Finding;
import io.urania.cluster.preflight.HostRule;
import io.urania.cluster.preflight.Level;
import io.urania.cluster.preflight.RuleDescription;
import io.urania.cluster.preflight.Situation;
import io.urania.cluster.spec.ClusterSpec;
import io.urania.cluster.spec.HostSpec;
import io.urania.cluster.value.Address;
import io.urania.engine.fact.Facts;
import io.urania.engine.fact.Question;
import io.urania.engine.network.Ipv6Probe;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A host has the IPv6 address that the inventory says: a kubelet tells no address of its node otherwise
 * ({@code pkg/kubelet/nodestatus/setters.go}, "NodeAddress"), and an etcd or API server does not start.
 */
record MissingIpv6() implements HostRule {

    @Override
    public String id() {
        return "missing-address";
    }

    @Override
    public RuleDescription description() {
        return new RuleDescription(
                List.of(Level.ERROR),
                "a host does not have the IPv6 address that the inventory says",
                "its services use that address",
                "give it to an interface, or correct `ip6`",
                "");
    }

    @Override
    public List<Question<?>> questions(ClusterSpec spec, HostSpec host) {
        return wanted(spec, host).isPresent() ? List.of(Ipv6Probe.QUESTION) : List.of();
    }

    /** Nobody asks for the second address of a host that is no node. */
    private static Optional<Address> wanted(ClusterSpec spec, HostSpec host) {
        return spec.node(host.name()).isPresent()
                ? host.ownAddresses().stream().filter(Address::isIpv6).findFirst()
                : Optional.of(host.address()).filter(Address::isIpv6);
    }

    @Override
    public List<Finding> findings(HostSpec host, Facts facts, Situation situation) {
        return wanted(situation.spec(), host)
                .map(address -> findings(host, address, present(facts)))
                .orElse(List.of());
    }

    private static Set<Address> present(Facts facts) {
        return facts.answer(Ipv6Probe.QUESTION).addresses().stream()
                .map(Address::parse)
                .flatMap(Optional::stream)
                .collect(Collectors.toSet());
    }

    private List<Finding> findings(HostSpec host, Address address, Set<Address> present) {
        if (present.contains(address)) {
            return List.of();
        }
        return List.of(
                present.isEmpty()
                        ? error(
                                host.name(),
                                "it has no IPv6 address at all",
                                "the inventory says that it has " + address,
                                "enable IPv6 on it: sysctl net.ipv6.conf.all.disable_ipv6 must be 0, and the kernel's command"
                                        + " line must not have ipv6.disable=1")
                        : error(
                                host.name(),
                                "it does not have the IPv6 address " + address,
                                "the inventory says so (ip6, ansible_host or its name), and its services use that address",
                                "give the address to an interface of it, or correct ip6"));
    }
}
