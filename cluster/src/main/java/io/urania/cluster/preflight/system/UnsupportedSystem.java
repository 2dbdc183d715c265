package io.urania.cluster.preflight.system;

import io.urania.cluster.phase.HostArtifacts;
import io.urania.cluster.preflight.Finding;
import io.urania.cluster.preflight.HostRule;
import io.urania.cluster.preflight.Level;
import io.urania.cluster.preflight.RuleDescription;
import io.urania.cluster.preflight.Situation;
import io.urania.cluster.spec.ClusterSpec;
import io.urania.cluster.spec.HostSpec;
import io.urania.cluster.system.HostSystem;
import io.urania.cluster.system.Unsupported;
import io.urania.cluster.system.registry.OperatingSystems;
import io.urania.engine.fact.Facts;
import io.urania.engine.fact.Question;
import io.urania.engine.resource.packages.PackageManagers;
import io.urania.engine.system.SystemFact;
import io.urania.engine.system.SystemProbe;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Systems name packages and have files as somebody has described, release by release, and programs are made for a few kinds of processors. A
 * release that nobody has described is most often like the one before it.
 */
record UnsupportedSystem() implements HostRule {
    private static final Unsupported UNKNOWN = new Unsupported(
            "this version of Urania installs packages with " + PackageManagers.words() + " only",
            "use " + OperatingSystems.choices());

    @Override
    public String id() {
        return "unsupported-system";
    }

    @Override
    public RuleDescription description() {
        return new RuleDescription(
                List.of(Level.ERROR, Level.WARNING),
                "the system is none of those in [operating-systems.md](operating-systems.md), or too old, or bundles do not support the processor (errors); a release or a derived system that Urania does not know (warnings)",
                "names of packages and files are known for these; programs exist for x86_64, aarch64 and 32-bit ARM from version 7 on",
                "use one of these systems, on one of these processors",
                "");
    }

    @Override
    public List<Question<?>> questions(ClusterSpec spec, HostSpec host) {
        return List.of(SystemProbe.QUESTION);
    }

    @Override
    public List<Finding> findings(HostSpec host, Facts facts, Situation situation) {
        SystemFact system = facts.answer(SystemProbe.QUESTION);
        List<Finding> findings = new ArrayList<>();
        String what = "its operating system is " + OperatingSystems.words(system.os());
        Optional<HostSystem> known = OperatingSystems.of(system.os());
        known.map(HostSystem::refusal)
                .orElse(Optional.of(UNKNOWN))
                .ifPresent(no -> findings.add(error(host.name(), what, no.why(), no.remedy())));
        known.flatMap(HostSystem::doubt)
                .ifPresent(doubt -> findings.add(warning(host.name(), what, doubt.why(), doubt.remedy())));
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
