package io.urania.cluster.preflight.system;

import io.urania.cluster.preflight.Finding;
import io.urania.cluster.preflight.HostRule;
import io.urania.cluster.preflight.Level;
import io.urania.cluster.preflight.RuleDescription;
import io.urania.cluster.preflight.Situation;
import io.urania.cluster.spec.ClusterSpec;
import io.urania.cluster.spec.HostSpec;
import io.urania.cluster.system.HostSystem;
import io.urania.cluster.system.Software;
import io.urania.cluster.system.registry.OperatingSystems;
import io.urania.cluster.system.registry.SoftwarePackages;
import io.urania.engine.fact.Facts;
import io.urania.engine.fact.Question;
import io.urania.engine.resource.packages.PackageFact;
import io.urania.engine.resource.packages.PackageProbe;
import io.urania.engine.system.PackageManager;
import io.urania.engine.system.SystemProbe;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A package that has to be installed is not on hold: {@code apt-get -y} does not install it then (apt-get(8), "--allow-change-held-packages").
 *
 * @param needed the software that hosts need of their systems, by host
 */
record HeldPackages(Map<String, Set<Software>> needed) implements HostRule {

    @Override
    public String id() {
        return "held-packages";
    }

    @Override
    public RuleDescription description() {
        return new RuleDescription(
                List.of(Level.ERROR),
                "a package that is not installed and is needed is on hold",
                "apt-get does not install it",
                "`apt-mark unhold`",
                "apt-get(8)");
    }

    @Override
    public List<Question<?>> questions(ClusterSpec spec, HostSpec host) {
        List<Question<?>> questions = new ArrayList<>(List.of(SystemProbe.QUESTION));
        SoftwarePackages.of(needed(host)).candidates().forEach(name -> questions.add(PackageProbe.of(name)));
        return questions;
    }

    @Override
    public List<Finding> findings(HostSpec host, Facts facts, Situation situation) {
        return OperatingSystems.find(facts).stream()
                .flatMap(system -> finding(host, held(host, facts, system), system.packageManager()).stream())
                .toList();
    }

    private Optional<Finding> finding(HostSpec host, List<String> names, PackageManager manager) {
        return names.isEmpty()
                ? Optional.empty()
                : Optional.of(error(
                        host.name(),
                        "packages are on hold: " + String.join(", ", names),
                        manager.program() + " does not install a package that is on hold",
                        manager.toRelease(names)));
    }

    private List<String> held(HostSpec host, Facts facts, HostSystem system) {
        return needed(host).stream()
                .flatMap(software -> system.packages(software).stream())
                .distinct()
                .filter(name -> {
                    PackageFact fact = facts.answer(PackageProbe.of(name));
                    return fact.isHeld()
                            && !fact.isInstalled()
                            && !fact.manager().installsHeld();
                })
                .toList();
    }

    private List<Software> needed(HostSpec host) {
        return needed.getOrDefault(host.name(), Set.of()).stream().sorted().toList();
    }
}
