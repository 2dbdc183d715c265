package io.urania.cluster.system.registry;

import io.urania.cluster.system.OperatingSystem;
import io.urania.cluster.system.Software;
import io.urania.engine.fact.Facts;
import io.urania.engine.fact.Question;
import io.urania.engine.resource.packages.PackageNames;
import io.urania.engine.system.SystemProbe;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Software as packages, under the names that a host's system gives them.
 *
 * @param software what is meant
 * @param systems those that a host may have
 */
public record SoftwarePackages(List<Software> software, List<OperatingSystem> systems) implements PackageNames {

    public SoftwarePackages {
        software = List.copyOf(software);
        systems = List.copyOf(systems);
    }

    /** Software on any system that there is. */
    public static SoftwarePackages of(List<Software> software) {
        return new SoftwarePackages(software, OperatingSystems.ALL);
    }

    @Override
    public List<Question<?>> questions() {
        return List.of(SystemProbe.QUESTION);
    }

    @Override
    public SortedSet<String> candidates() {
        return new TreeSet<>(words());
    }

    @Override
    public List<String> on(Facts facts) {
        return on(OperatingSystems.on(systems, facts));
    }

    private List<String> on(OperatingSystem system) {
        return software.stream()
                .flatMap(one -> system.packages(one).stream())
                .distinct()
                .toList();
    }

    /** All names that there are for it, for people, in the order of the software. */
    public List<String> words() {
        return software.stream()
                .flatMap(one -> systems.stream().flatMap(system -> system.packages(one).stream()))
                .distinct()
                .toList();
    }
}
