package io.urania.cluster.preflight.system;

import io.urania.cluster.phases.host.HostPreparation;
import io.urania.cluster.preflight.Finding;
import io.urania.cluster.preflight.Level;
import io.urania.cluster.preflight.NodeRule;
import io.urania.cluster.preflight.RuleDescription;
import io.urania.cluster.preflight.Situation;
import io.urania.cluster.spec.ClusterSpec;
import io.urania.cluster.spec.NodeSpec;
import io.urania.engine.fact.Facts;
import io.urania.engine.fact.Question;
import java.util.List;

/** A file of sysctl.d(5) that is read after Urania's has the last word at the next boot. */
record OverriddenSysctls() implements NodeRule {

    @Override
    public String id() {
        return "overridden-sysctls";
    }

    @Override
    public RuleDescription description() {
        return new RuleDescription(
                List.of(Level.ERROR),
                "a later file in /etc/sysctl.d sets another value",
                "the value differs after the next boot",
                "remove the line",
                "sysctl.d(5)");
    }

    @Override
    public List<Question<?>> questions(ClusterSpec spec, NodeSpec node) {
        return HostPreparation.sysctls(spec, node).questions();
    }

    @Override
    public List<Finding> findings(NodeSpec node, Facts facts, Situation situation) {
        return HostPreparation.sysctls(situation.spec(), node).overrides(facts).entrySet().stream()
                .map(override -> error(
                        node.name(),
                        override.getValue().file() + " sets " + override.getKey() + " = "
                                + override.getValue().value() + " at boot",
                        "it is read after Urania's own file, so the node would not work after its next boot",
                        "remove the line from " + override.getValue().file()))
                .toList();
    }
}
