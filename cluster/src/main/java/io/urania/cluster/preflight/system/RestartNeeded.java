package io.urania.cluster.preflight.system;

import io.urania.cluster.preflight.Finding;
import io.urania.cluster.preflight.Level;
import io.urania.cluster.preflight.NodeRule;
import io.urania.cluster.preflight.RuleDescription;
import io.urania.cluster.preflight.Situation;
import io.urania.cluster.spec.ClusterSpec;
import io.urania.cluster.spec.NodeSpec;
import io.urania.cluster.spec.boot.BootSpec.Restarts;
import io.urania.engine.fact.Facts;
import io.urania.engine.fact.Question;
import io.urania.engine.resource.boot.BootProbe;
import java.util.List;

/** A host whose system asks for a restart, and nobody gives it one. */
record RestartNeeded() implements NodeRule {

    @Override
    public String id() {
        return "restart-needed";
    }

    @Override
    public RuleDescription description() {
        return new RuleDescription(
                List.of(Level.WARNING),
                "the system asks for a restart: a package says so, or the modules of the running kernel are gone",
                "kernel modules may be missing, and what was upgraded is not in force",
                "a restart, or `restart_hosts: upgrades`",
                "reboot-required of Debian and Ubuntu; modprobe(8)");
    }

    @Override
    public List<Question<?>> questions(ClusterSpec spec, NodeSpec node) {
        return List.of(BootProbe.QUESTION);
    }

    @Override
    public List<Finding> findings(NodeSpec node, Facts facts, Situation situation) {
        List<String> pending = facts.answer(BootProbe.QUESTION).pending();
        if (pending.isEmpty() || situation.spec().boot(node.host()).restarts() == Restarts.FOR_UPGRADES) {
            return List.of();
        }
        return List.of(warning(
                node.name(),
                "its system asks for a restart: " + String.join("; ", pending),
                "until then kernel modules may be missing, and what was upgraded is not in force",
                "restart it, or set restart_hosts: upgrades and let apply do it"));
    }
}
