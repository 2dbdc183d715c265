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

/** A Raspberry Pi with a weak power supply loses data and slows down (Raspberry Pi documentation, {@code vcgencmd get_throttled}). */
record LowVoltage() implements HostRule {

    @Override
    public String id() {
        return "low-voltage";
    }

    @Override
    public RuleDescription description() {
        return new RuleDescription(
                List.of(Level.WARNING),
                "the firmware of a Raspberry Pi has seen too little voltage since the last boot",
                "it slows down, and cards lose data",
                "another power supply",
                "Raspberry Pi documentation, `vcgencmd get_throttled`");
    }

    @Override
    public List<Question<?>> questions(ClusterSpec spec, HostSpec host) {
        return List.of(HardwareProbe.QUESTION);
    }

    @Override
    public List<Finding> findings(HostSpec host, Facts facts, Situation situation) {
        if (!facts.answer(HardwareProbe.QUESTION).hadLowVoltage()) {
            return List.of();
        }
        return List.of(warning(
                host.name(),
                "its firmware has seen a supply voltage that is too low since the last boot",
                "the processor is slowed down, and cards and disks lose what is written",
                "use a power supply and a cable that give enough current (5 V, 3 A; 5 A for a Raspberry Pi 5)"));
    }
}
