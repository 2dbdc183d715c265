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

/**
 * Without br_netfilter, packets between pods of one node do not pass kube-proxy's rules: a pod cannot reach a service whose endpoint is on its
 * own node (Kubernetes documentation, "Container runtimes", "Forwarding IPv4 and letting iptables see bridged traffic").
 */
record NoBridgeFilter() implements NodeRule {
    private static final Question<KernelModuleFact> MODULE = KernelModuleProbe.of("br_netfilter");

    @Override
    public String id() {
        return "no-bridge-filter";
    }

    @Override
    public RuleDescription description() {
        return new RuleDescription(
                List.of(Level.ERROR),
                "the kernel has no br_netfilter",
                "services are not reachable from the same node",
                "the distribution's kernel",
                "Kubernetes, \"Container Runtimes\"");
    }

    @Override
    public List<Question<?>> questions(ClusterSpec spec, NodeSpec node) {
        return List.of(MODULE);
    }

    @Override
    public List<Finding> findings(NodeSpec node, Facts facts, Situation situation) {
        if (facts.answer(MODULE) != KernelModuleFact.UNAVAILABLE) {
            return List.of();
        }
        return List.of(error(
                node.name(),
                "its kernel has no br_netfilter",
                "pods could not reach services whose endpoint is on their own node",
                "install the distribution's own kernel with its modules, and reboot if an older one is running"));
    }
}
