package io.urania.cluster.preflight;

import io.urania.cluster.observation.ClusterView;
import io.urania.cluster.observation.NodeFact;
import io.urania.cluster.spec.ClusterSpec;
import io.urania.cluster.spec.HostSpec;
import io.urania.cluster.value.Address;
import io.urania.engine.fact.Question;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A node keeps the addresses with which it joined: they are flags of its kubelet that kubeadm wrote. */
record OtherNodeAddresses(ClusterView cluster) implements Rule {

    @Override
    public String id() {
        return "other-node-addresses";
    }

    @Override
    public RuleDescription description() {
        return new RuleDescription(
                List.of(Level.ERROR),
                "a node is in the cluster with addresses of other families, or with another `ip6`",
                "a node keeps the addresses with which it joined",
                "set the variables as they were, or let it join anew",
                "");
    }

    @Override
    public List<Question<?>> questions(ClusterSpec spec, HostSpec host) {
        return List.copyOf(cluster.questions(host));
    }

    @Override
    public List<Finding> findings(Situation situation) {
        return cluster.nodes(situation.book()).stream()
                .flatMap(node -> situation.spec().node(node.name()).stream()
                        .flatMap(wanted -> finding(node, wanted.host()).stream()))
                .toList();
    }

    private Optional<Finding> finding(NodeFact node, HostSpec host) {
        Set<Address> present = node.addresses().stream()
                .map(Address::parse)
                .flatMap(Optional::stream)
                .collect(Collectors.toSet());
        boolean hasSecond = host.secondAddress().map(present::contains).orElse(true);
        if (present.isEmpty()
                || (hasSecond && families(present.stream()).equals(families(host.ownAddresses().stream())))) {
            return Optional.empty();
        }
        return Optional.of(error(
                node.name(),
                "its addresses in the cluster are "
                        + present.stream().sorted().map(Address::toString).collect(Collectors.joining(" and "))
                        + ", and the inventory says " + host.nodeAddresses().replace(",", " and "),
                "a node keeps the addresses with which it joined",
                "set ip6, ipv4_stack and ipv6_stack as they were; or take the node away (kubectl drain and delete node, kubeadm reset"
                        + " on the host), and apply"));
    }

    private static Set<Boolean> families(Stream<Address> addresses) {
        return addresses.map(Address::isIpv6).collect(Collectors.toSet());
    }
}
