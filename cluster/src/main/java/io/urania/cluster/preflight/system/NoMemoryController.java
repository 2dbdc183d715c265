package io.urania.cluster.preflight.system;

import io.urania.cluster.preflight.Finding;
import io.urania.cluster.preflight.Level;
import io.urania.cluster.preflight.NodeRule;
import io.urania.cluster.preflight.RuleDescription;
import io.urania.cluster.preflight.Situation;
import io.urania.cluster.spec.ClusterSpec;
import io.urania.cluster.spec.NodeSpec;
import io.urania.cluster.system.SystemPath;
import io.urania.cluster.system.registry.OperatingSystems;
import io.urania.engine.fact.Facts;
import io.urania.engine.fact.Question;
import io.urania.engine.system.SystemProbe;
import java.util.List;

/** The kubelet does not start without the memory control group, which kernels of Raspberry Pis leave off. */
record NoMemoryController() implements NodeRule {

    @Override
    public String id() {
        return "no-memory-controller";
    }

    @Override
    public RuleDescription description() {
        return new RuleDescription(
                List.of(Level.ERROR),
                "the memory cgroup is disabled in the kernel",
                "the kubelet does not start",
                "`cgroup_enable=memory` in cmdline.txt, reboot",
                "kubelet; Raspberry Pi OS disables it by default");
    }

    @Override
    public List<Question<?>> questions(ClusterSpec spec, NodeSpec node) {
        return List.of(SystemProbe.QUESTION);
    }

    @Override
    public List<Finding> findings(NodeSpec node, Facts facts, Situation situation) {
        if (facts.answer(SystemProbe.QUESTION).cgroupControllers().contains("memory")) {
            return List.of();
        }
        return List.of(error(
                node.name(),
                "the kernel's memory control group is off",
                "the kubelet does not start without it, and Raspberry Pi kernels disable it by default",
                "add cgroup_enable=memory to "
                        + OperatingSystems.find(facts)
                                .map(system -> "the one line of " + system.path(SystemPath.KERNEL_ARGUMENTS))
                                .orElse("the kernel's arguments")
                        + " and reboot"));
    }
}
