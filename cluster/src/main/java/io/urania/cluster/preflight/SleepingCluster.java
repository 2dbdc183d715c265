package io.urania.cluster.preflight;

import io.urania.cluster.observation.ClusterFact;
import io.urania.cluster.observation.ClusterView;
import io.urania.cluster.spec.ClusterSpec;
import io.urania.cluster.spec.HostSpec;
import io.urania.cluster.spec.NodeSpec;
import io.urania.engine.fact.Question;
import java.util.List;

/** A first host with nothing on it would be initialised while the cluster of the others does not answer, and so become another one. */
record SleepingCluster(ClusterView view) implements Rule {

    @Override
    public String id() {
        return "sleeping-cluster";
    }

    @Override
    public RuleDescription description() {
        return new RuleDescription(
                List.of(Level.ERROR),
                "the first control plane host has no cluster, and the cluster of another one does not answer",
                "a second cluster would be created",
                "wait for it, or `urania reset`",
                "");
    }

    @Override
    public List<Question<?>> questions(ClusterSpec spec, HostSpec host) {
        return List.copyOf(view.questions(host));
    }

    @Override
    public List<Finding> findings(Situation situation) {
        ClusterSpec spec = situation.spec();
        NodeSpec first = spec.firstControlPlane();
        boolean firstIsBare = situation.book().knows(first.name())
                && view.seenFrom(first, situation.book()) instanceof ClusterFact.None;
        if (!firstIsBare || !view.isSilent(situation.book())) {
            return List.of();
        }
        return spec.controlPlane().stream()
                .filter(node -> view.seenFrom(node, situation.book()) instanceof ClusterFact.Silent)
                .limit(1)
                .map(node -> error(
                        node.name(),
                        "it belongs to a cluster that does not answer, and " + first.name() + " belongs to none",
                        "a second cluster would be created there",
                        "wait until the API server on " + node.name()
                                + " answers, or give the old cluster up with: urania reset"))
                .toList();
    }
}
