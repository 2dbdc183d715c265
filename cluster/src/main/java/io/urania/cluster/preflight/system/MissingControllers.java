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
import java.util.stream.Stream;

/** The control groups that a kubelet limits pods with, besides that of memory (k8s.io/system-validators, cgroup_validator.go). */
record MissingControllers() implements NodeRule {

    @Override
    public String id() {
        return "missing-controllers";
    }

    @Override
    public RuleDescription description() {
        return new RuleDescription(
                List.of(Level.ERROR),
                "one of the cgroup controllers cpu, cpuset and pids is not enabled",
                "the kubelet does not start",
                "the distribution's kernel; remove `cgroup_disable` from its arguments",
                "Kubernetes, system-validators");
    }

    @Override
    public List<Question<?>> questions(ClusterSpec spec, NodeSpec node) {
        return List.of(SystemProbe.QUESTION);
    }

    @Override
    public List<Finding> findings(NodeSpec node, Facts facts, Situation situation) {
        List<String> missing = Stream.of("cpu", "cpuset", "pids")
                .filter(name ->
                        !facts.answer(SystemProbe.QUESTION).cgroupControllers().contains(name))
                .toList();
        if (missing.isEmpty()) {
            return List.of();
        }
        return List.of(error(
                node.name(),
                "its kernel has no control groups for " + String.join(", ", missing),
                "the kubelet does not start without them",
                "use the distribution's kernel, and remove cgroup_disable from the kernel's arguments"));
    }
}
