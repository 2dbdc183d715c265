package io.urania.cluster.preflight.system;

import io.urania.cluster.preflight.Finding;
import io.urania.cluster.preflight.Level;
import io.urania.cluster.preflight.NodeRule;
import io.urania.cluster.preflight.RuleDescription;
import io.urania.cluster.preflight.Situation;
import io.urania.cluster.spec.ClusterSpec;
import io.urania.cluster.spec.MemoryRequirement;
import io.urania.cluster.spec.NodeSpec;
import io.urania.engine.fact.Facts;
import io.urania.engine.fact.Question;
import io.urania.engine.system.SystemProbe;
import java.util.List;

/** Nodes have the memory that the inventory asks for: Kubespray's {@code minimal_node_memory_mb}. */
record LittleMemory() implements NodeRule {
    private static final long MEBIBYTE = 1L << 20;

    @Override
    public String id() {
        return "little-memory";
    }

    @Override
    public RuleDescription description() {
        return new RuleDescription(
                List.of(Level.ERROR),
                "less memory than `minimal_node_memory_mb` or `minimal_master_memory_mb`",
                "a node runs out of memory under load",
                "another host, or lower the variable",
                "Kubespray");
    }

    @Override
    public List<Question<?>> questions(ClusterSpec spec, NodeSpec node) {
        return List.of(SystemProbe.QUESTION);
    }

    @Override
    public List<Finding> findings(NodeSpec node, Facts facts, Situation situation) {
        long present = facts.answer(SystemProbe.QUESTION).memoryBytes() / MEBIBYTE;
        MemoryRequirement required = situation.spec().memory();
        int wanted = node.controlPlane() ? required.controlPlane() : required.node();
        if (present >= wanted) {
            return List.of();
        }
        return List.of(error(
                node.name(),
                "it has " + present + " MiB of memory and " + wanted + " are required",
                "with less, a node runs out of memory under load",
                "use another host, or lower "
                        + (node.controlPlane() ? "minimal_master_memory_mb" : "minimal_node_memory_mb")));
    }
}
