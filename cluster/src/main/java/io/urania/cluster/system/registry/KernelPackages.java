package io.urania.cluster.system.registry;

import io.urania.cluster.system.OperatingSystem;
import io.urania.engine.fact.Facts;
import io.urania.engine.fact.Question;
import io.urania.engine.resource.packages.PackageNames;
import io.urania.engine.system.SystemProbe;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Packages with modules that the running kernel does not bring itself.
 *
 * @param systems those that a host may have
 */
public record KernelPackages(List<OperatingSystem> systems) implements PackageNames {

    public KernelPackages {
        systems = List.copyOf(systems);
    }

    /** On any system that there is. */
    public static KernelPackages onAnySystem() {
        return new KernelPackages(OperatingSystems.ALL);
    }

    @Override
    public List<Question<?>> questions() {
        return List.of(SystemProbe.QUESTION);
    }

    @Override
    public SortedSet<String> candidates() {
        return systems.stream()
                .flatMap(system -> system.kernelPackages().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Override
    public List<String> on(Facts facts) {
        return OperatingSystems.on(systems, facts)
                .kernelPackages(facts.answer(SystemProbe.QUESTION).kernel());
    }
}
