package io.urania.cluster.preflight.system;

import io.urania.cluster.preflight.Finding;
import io.urania.cluster.preflight.HostRule;
import io.urania.cluster.preflight.Situation;
import io.urania.cluster.spec.ClusterSpec;
import io.urania.cluster.spec.HostSpec;
import io.urania.engine.fact.Facts;
import io.urania.engine.fact.Question;
import io.urania.engine.system.SystemFact;
import io.urania.engine.system.SystemProbe;
import java.util.List;

/** Packages are installed with apt. */
record UnsupportedSystem() implements HostRule {

    @Override
    public String id() {
        return "unsupported-system";
    }

    @Override
    public List<Question<?>> questions(ClusterSpec spec, HostSpec host) {
        return List.of(SystemProbe.QUESTION);
    }

    @Override
    public List<Finding> findings(HostSpec host, Facts facts, Situation situation) {
        SystemFact system = facts.answer(SystemProbe.QUESTION);
        if (system.isLike("debian")) {
            return List.of();
        }
        return List.of(error(
                host.name(),
                "its operating system is " + (system.osName().isEmpty() ? "unknown" : system.osName()),
                "this version of Urania installs packages with apt only",
                "use Raspberry Pi OS or Debian"));
    }
}
