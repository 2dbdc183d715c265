package io.urania.cluster.preflight;

import io.urania.cluster.observation.ClusterView;
import io.urania.cluster.observation.NodeFact;
import io.urania.cluster.spec.AddressRanges;
import io.urania.cluster.spec.ClusterSpec;
import io.urania.cluster.spec.HostSpec;
import io.urania.cluster.value.Network;
import io.urania.engine.fact.Question;
import java.util.List;
import java.util.Optional;

/**
 * A node keeps the networks that its pods were given: the API does not let them be changed (Kubernetes API, {@code NodeSpec.podCIDRs}). With other
 * ranges, or another family, its pods would have no network.
 */
record OtherPodRange(ClusterView cluster) implements Rule {

    @Override
    public String id() {
        return "other-pod-range";
    }

    @Override
    public RuleDescription description() {
        return new RuleDescription(
                List.of(Level.ERROR),
                "the networks of a node's pods are not in `kube_pods_subnet` and `kube_pods_subnet_ipv6`, or of another family",
                "a node keeps the networks that it was given",
                "set the variables as they were; or `urania reset` first",
                "Kubernetes API, `NodeSpec.podCIDRs`");
    }

    @Override
    public List<Question<?>> questions(ClusterSpec spec, HostSpec host) {
        return List.copyOf(cluster.questions(host));
    }

    @Override
    public List<Finding> findings(Situation situation) {
        ClusterSpec spec = situation.spec();
        if (!spec.network().plugin().isOfNodeNetworks()) {
            return List.of();
        }
        return cluster.nodes(situation.book()).stream()
                .filter(node -> spec.node(node.name()).isPresent()
                        && isOther(node, spec.network().ranges()))
                .limit(1)
                .map(node -> error(
                        node.name(),
                        "the network of its pods is " + String.join(" and ", node.podNetworks())
                                + ", and pods of the cluster are to be in "
                                + spec.network().podsInWords(),
                        "the pod networks of a running cluster cannot be changed: nodes keep theirs",
                        "set kube_pods_subnet, kube_pods_subnet_ipv6, ipv4_stack and ipv6_stack as they were; or run urania reset"
                                + " first, which deletes the cluster"))
                .toList();
    }

    private static boolean isOther(NodeFact node, List<AddressRanges> wanted) {
        List<Network> present = node.podNetworks().stream()
                .map(Network::parse)
                .flatMap(Optional::stream)
                .toList();
        boolean isAsWanted = present.size() == wanted.size()
                && wanted.stream().allMatch(ranges -> present.stream().anyMatch(ranges.pods()::contains));
        return !present.isEmpty() && !isAsWanted;
    }
}
