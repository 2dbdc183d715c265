package io.urania.cluster.preflight.system;

import io.urania.cluster.preflight.Finding;
import io.urania.cluster.preflight.Level;
import io.urania.cluster.preflight.NodeRule;
import io.urania.cluster.preflight.RuleDescription;
import io.urania.cluster.preflight.Situation;
import io.urania.cluster.spec.ClusterSpec;
import io.urania.cluster.spec.NodeSpec;
import io.urania.engine.fact.Facts;
import io.urania.engine.fact.Question;
import io.urania.engine.resource.kernel.KernelModuleFact;
import io.urania.engine.resource.kernel.KernelModuleProbe;
import java.util.List;

/** containerd keeps containers on the overlay file system. */
record NoOverlay() implements NodeRule {

    @Override
    public String id() {
        return "no-overlay";
    }

    @Override
    public RuleDescription description() {
        return new RuleDescription(
                List.of(Level.ERROR),
                "the kernel has no overlay file system",
                "containerd keeps containers on it",
                "the distribution's kernel",
                "containerd");
    }

    @Override
    public List<Question<?>> questions(ClusterSpec spec, NodeSpec node) {
        return List.of(KernelModuleProbe.of("overlay"));
    }

    @Override
    public List<Finding> findings(NodeSpec node, Facts facts, Situation situation) {
        if (facts.answer(KernelModuleProbe.of("overlay")) != KernelModuleFact.UNAVAILABLE) {
            return List.of();
        }
        return List.of(error(
                node.name(),
                "its kernel has no overlay file system",
                "containerd keeps containers on it",
                "install the distribution's own kernel"));
    }
}
