package io.urania.cluster.preflight.system;

import io.urania.cluster.phase.HostArtifacts;
import io.urania.cluster.preflight.Finding;
import io.urania.cluster.preflight.HostRule;
import io.urania.cluster.preflight.Situation;
import io.urania.cluster.spec.ClusterSpec;
import io.urania.cluster.spec.HostSpec;
import io.urania.engine.fact.Facts;
import io.urania.engine.fact.Question;
import io.urania.engine.system.SystemFact;
import io.urania.engine.system.SystemProbe;
import java.util.ArrayList;
import java.util.List;

/** Packages are installed with apt, and programs are made for a few kinds of processors. */
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
        List<Finding> findings = new ArrayList<>();
        if (!system.isLike("debian")) {
            findings.add(error(
                    host.name(),
                    "its operating system is " + (system.osName().isEmpty() ? "unknown" : system.osName()),
                    "this version of Urania installs packages with apt only",
                    "use Raspberry Pi OS or Debian"));
        }
        if (HostArtifacts.architecture(system).isEmpty()) {
            findings.add(error(
                    host.name(),
                    "its processor is " + (system.machine().isEmpty() ? "unknown" : system.machine()),
                    "bundles have programs for x86_64, aarch64 and 32-bit ARM from version 7 on",
                    "use a machine with one of these"));
        }
        return findings;
    }
}
