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
import io.urania.engine.system.SystemProbe;
import java.util.List;

/** A control plane host has the processors that kubeadm asks for (kubeadm, preflight check "NumCPU"). */
record FewProcessors() implements NodeRule {
    private static final int WANTED = 2;

    @Override
    public String id() {
        return "few-processors";
    }

    @Override
    public RuleDescription description() {
        return new RuleDescription(
                List.of(Level.WARNING),
                "a control plane host has one processor",
                "API server, etcd and kubelet wait for each other, and leader elections time out",
                "another machine",
                "kubeadm, check NumCPU");
    }

    @Override
    public List<Question<?>> questions(ClusterSpec spec, NodeSpec node) {
        return node.controlPlane() ? List.of(SystemProbe.QUESTION) : List.of();
    }

    @Override
    public List<Finding> findings(NodeSpec node, Facts facts, Situation situation) {
        if (!node.controlPlane() || facts.answer(SystemProbe.QUESTION).cpus() >= WANTED) {
            return List.of();
        }
        return List.of(warning(
                node.name(),
                "it has one processor, and is a control plane host",
                "kubeadm asks for two: with one, leader elections time out under load",
                "use a machine with more, or give the virtual machine another one"));
    }
}
