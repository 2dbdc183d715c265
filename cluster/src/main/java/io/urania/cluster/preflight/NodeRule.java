package io.urania.cluster.preflight;

import io.urania.cluster.spec.ClusterSpec;
import io.urania.cluster.spec.HostSpec;
import io.urania.cluster.spec.NodeSpec;
import io.urania.engine.fact.Facts;
import io.urania.engine.fact.Question;
import java.util.List;

/** A rule that looks at one node at a time. */
public interface NodeRule extends Rule {

    /** What must be known of a node. */
    List<Question<?>> questions(ClusterSpec spec, NodeSpec node);

    /**
     * What is wrong on a node.
     *
     * @param facts with an answer to every question of the rule
     */
    List<Finding> findings(NodeSpec node, Facts facts, Situation situation);

    @Override
    default List<Question<?>> questions(ClusterSpec spec, HostSpec host) {
        return spec.node(host.name()).map(node -> questions(spec, node)).orElse(List.of());
    }

    @Override
    default List<Finding> findings(Situation situation) {
        return situation.spec().nodes().stream()
                .filter(node -> situation.hasAnswered(this, node.host()))
                .flatMap(node -> findings(node, situation.facts(node.host()), situation).stream())
                .toList();
    }
}
