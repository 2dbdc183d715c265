package io.urania.cluster.preflight.system;

import io.urania.cluster.preflight.Finding;
import io.urania.cluster.preflight.HostRule;
import io.urania.cluster.preflight.Level;
import io.urania.cluster.preflight.RuleDescription;
import io.urania.cluster.preflight.Situation;
import io.urania.cluster.spec.ClusterSpec;
import io.urania.cluster.spec.HostSpec;
import io.urania.engine.fact.Facts;
import io.urania.engine.fact.Question;
import io.urania.engine.system.HardwareProbe;
import java.util.List;

/** Raspberry Pis slow down from 80 degrees Celsius on (Raspberry Pi documentation, "Frequency management and thermal control"). */
record Overheated() implements HostRule {

    private static final int TOO_HOT = 80;

    @Override
    public String id() {
        return "overheated";
    }

    @Override
    public RuleDescription description() {
        return new RuleDescription(
                List.of(Level.WARNING),
                "80 °C or more",
                "a Raspberry Pi slows down",
                "a heat sink or a fan",
                "Raspberry Pi documentation");
    }

    @Override
    public List<Question<?>> questions(ClusterSpec spec, HostSpec host) {
        return List.of(HardwareProbe.QUESTION);
    }

    @Override
    public List<Finding> findings(HostSpec host, Facts facts, Situation situation) {
        int celsius = facts.answer(HardwareProbe.QUESTION).celsius().orElse(0);
        if (celsius < TOO_HOT) {
            return List.of();
        }
        return List.of(warning(
                host.name(),
                "it is " + celsius + " degrees Celsius hot",
                "a Raspberry Pi slows its processor down from " + TOO_HOT + " degrees on",
                "give it a heat sink or a fan"));
    }
}
