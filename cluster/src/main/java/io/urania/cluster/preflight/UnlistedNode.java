package io.urania.cluster.preflight;

import io.urania.cluster.observation.ClusterView;
import io.urania.cluster.observation.NodeFact;
import io.urania.cluster.spec.ClusterSpec;
import io.urania.cluster.spec.HostSpec;
import io.urania.engine.fact.Question;
import java.util.List;

/** A node that the inventory does not list goes on running pods, and nobody looks after it. */
record UnlistedNode(ClusterView cluster) implements Rule {

    @Override
    public String id() {
        return "unlisted-node";
    }

    @Override
    public RuleDescription description() {
        return new RuleDescription(
                List.of(Level.WARNING),
                "a cluster node is not in the inventory",
                "it runs pods, but Urania does not manage it",
                "add it, or drain and delete it",
                "");
    }

    @Override
    public List<Question<?>> questions(ClusterSpec spec, HostSpec host) {
        return List.copyOf(cluster.questions(host));
    }

    @Override
    public List<Finding> findings(Situation situation) {
        ClusterSpec spec = situation.spec();
        return cluster.nodes(situation.book()).stream()
                .filter(node -> spec.node(node.name()).isEmpty() && !isOnHostOf(spec, node))
                .map(node -> warning(
                        node.name(),
                        "it is a cluster node but not in the inventory",
                        "it keeps running pods, and Urania neither changes nor resets it",
                        "add it to the inventory, or remove the node: kubectl drain " + node.name()
                                + " --ignore-daemonsets, kubectl delete node " + node.name()
                                + ", and run on the host: kubeadm reset"))
                .toList();
    }

    /** A host of the inventory under another name is told by {@link OtherNode}. */
    private static boolean isOnHostOf(ClusterSpec spec, NodeFact node) {
        return spec.hosts().stream()
                .anyMatch(host -> node.addresses().contains(host.address().toString())
                        && !host.name().equals(node.name()));
    }
}
