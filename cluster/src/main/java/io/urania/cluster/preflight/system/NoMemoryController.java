package io.urania.cluster.preflight.system;

import io.urania.cluster.preflight.Finding;
import io.urania.cluster.preflight.Level;
import io.urania.cluster.preflight.NodeRule;
import io.urania.cluster.preflight.RuleDescription;
import io.urania.cluster.preflight.Situation;
import io.urania.cluster.spec.ClusterSpec;
import io.urania.cluster.spec.NodeSpec;
import io.urania.cluster.spec.boot.BootSpec;
import io.urania.cluster.spec.boot.BootSpec.Restarts;
import io.urania.cluster.system.SystemPath;
import io.urania.cluster.system.registry.OperatingSystems;
import io.urania.engine.fact.Facts;
import io.urania.engine.fact.Question;
import io.urania.engine.resource.boot.BootProbe;
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
                "the memory cgroup is disabled in the kernel, and `apply` does not enable it",
                "the kubelet does not start",
                "`memory_cgroup_enabled: true` and `restart_hosts: settings`; where the kernel's arguments are elsewhere, `cgroup_enable=memory` among them and a restart",
                "kubelet; Raspberry Pi OS disables it by default");
    }

    @Override
    public List<Question<?>> questions(ClusterSpec spec, NodeSpec node) {
        return List.of(SystemProbe.QUESTION, BootProbe.QUESTION);
    }

    @Override
    public List<Finding> findings(NodeSpec node, Facts facts, Situation situation) {
        BootSpec boot = situation.spec().boot(node.host());
        if (facts.answer(SystemProbe.QUESTION).cgroupControllers().contains("memory")
                || (boot.restarts() != Restarts.NEVER && boot.kernelArguments().bringsMemoryControl(facts))) {
            return List.of();
        }
        return List.of(error(
                node.name(),
                "the kernel's memory control group is off",
                "the kubelet does not start without it, and Raspberry Pi kernels disable it by default",
                facts.answer(BootProbe.QUESTION).argumentsFile().isPresent()
                        ? "let apply enable it and restart the host: memory_cgroup_enabled: true, restart_hosts: settings"
                        : "add cgroup_enable=memory to "
                                + OperatingSystems.find(facts)
                                        .map(system -> "the one line of " + system.path(SystemPath.KERNEL_ARGUMENTS))
                                        .orElse("the kernel's arguments")
                                + " and reboot"));
    }
}
