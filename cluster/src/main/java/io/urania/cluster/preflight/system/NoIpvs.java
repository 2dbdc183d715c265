package io.urania.cluster.preflight.system;

import io.urania.artifacts.version.KubeProxyMode;
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

/** kube-proxy's mode ipvs needs IP Virtual Server in the kernel. */
record NoIpvs() implements NodeRule {

    @Override
    public String id() {
        return "no-ipvs";
    }

    @Override
    public RuleDescription description() {
        return new RuleDescription(
                List.of(Level.ERROR),
                "`kube_proxy_mode: ipvs` and no ip_vs in the kernel",
                "no service is reachable",
                "`kube_proxy_mode: iptables`",
                "kube-proxy");
    }

    @Override
    public List<Question<?>> questions(ClusterSpec spec, NodeSpec node) {
        return spec.hasProxyMode(KubeProxyMode.IPVS) ? List.of(KernelModuleProbe.of("ip_vs")) : List.of();
    }

    @Override
    public List<Finding> findings(NodeSpec node, Facts facts, Situation situation) {
        if (!situation.spec().hasProxyMode(KubeProxyMode.IPVS)
                || facts.answer(KernelModuleProbe.of("ip_vs")) != KernelModuleFact.UNAVAILABLE) {
            return List.of();
        }
        return List.of(error(
                node.name(),
                "kube_proxy_mode is ipvs and its kernel has no ip_vs",
                "kube-proxy would not make any service reachable",
                "set kube_proxy_mode: iptables (or nftables)"));
    }
}
