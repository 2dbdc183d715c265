package io.urania.cluster.preflight.system;

import io.urania.cluster.preflight.Finding;
import io.urania.cluster.preflight.HostRule;
import io.urania.cluster.preflight.Level;
import io.urania.cluster.preflight.RuleDescription;
import io.urania.cluster.preflight.Situation;
import io.urania.cluster.spec.ClusterSpec;
import io.urania.cluster.spec.HostSpec;
import io.urania.cluster.system.HostSystem;
import io.urania.cluster.system.Provision.Unavailable;
import io.urania.cluster.system.Software;
import io.urania.cluster.system.registry.OperatingSystems;
import io.urania.engine.fact.Facts;
import io.urania.engine.fact.Question;
import io.urania.engine.system.SystemProbe;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A host's system has all software that the host needs.
 *
 * @param needed the software, by host
 */
record MissingSoftware(Map<String, Set<Software>> needed) implements HostRule {

    @Override
    public String id() {
        return "missing-software";
    }

    @Override
    public RuleDescription description() {
        return new RuleDescription(
                List.of(Level.ERROR),
                "the host's system does not have software that the host needs, such as containerd 1 for an old `kube_version`",
                "it would not be there",
                "a newer release of the system, or a setting that does without",
                "");
    }

    @Override
    public List<Question<?>> questions(ClusterSpec spec, HostSpec host) {
        return List.of(SystemProbe.QUESTION);
    }

    /** A system that nothing is installed on is found by another rule. */
    @Override
    public List<Finding> findings(HostSpec host, Facts facts, Situation situation) {
        Optional<HostSystem> supported =
                OperatingSystems.find(facts).filter(system -> system.refusal().isEmpty());
        return supported.stream()
                .flatMap(system -> needed.getOrDefault(host.name(), Set.of()).stream()
                        .sorted()
                        .flatMap(software -> finding(host, system, software).stream()))
                .toList();
    }

    private Optional<Finding> finding(HostSpec host, HostSystem system, Software software) {
        return system.provision(software) instanceof Unavailable(String why, String remedy)
                ? Optional.of(error(host.name(), system.words() + " does not have " + software.words(), why, remedy))
                : Optional.empty();
    }
}
