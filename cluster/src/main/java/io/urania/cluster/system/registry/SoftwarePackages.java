package io.urania.cluster.system.registry;

import io.urania.cluster.system.HostSystem;
import io.urania.cluster.system.OperatingSystem;
import io.urania.cluster.system.Provision;
import io.urania.cluster.system.Software;
import io.urania.engine.fact.Facts;
import io.urania.engine.fact.Question;
import io.urania.engine.resource.packages.PackageNames;
import io.urania.engine.system.SystemProbe;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Software as packages, under the names that a host's system gives them. What the system includes is no package, and what it does not have is left
 * out.
 *
 * @param software what is meant
 * @param systems those that a host may have
 * @param isNeeded whether a host cannot do without it: then it is an error if its system does not have it
 */
public record SoftwarePackages(List<Software> software, List<OperatingSystem> systems, boolean isNeeded)
        implements PackageNames {

    public SoftwarePackages {
        software = List.copyOf(software);
        systems = List.copyOf(systems);
    }

    /** Software on any system that there is. */
    public static SoftwarePackages of(List<Software> software) {
        return new SoftwarePackages(software, OperatingSystems.ALL, true);
    }

    /** Software on any system that has it. */
    public static SoftwarePackages whereItIs(List<Software> software) {
        return new SoftwarePackages(software, OperatingSystems.ALL, false);
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
        HostSystem system = OperatingSystems.on(systems, facts);
        return software.stream()
                .flatMap(one -> system.packages(one).stream())
                .distinct()
                .toList();
    }

    /** All names that there are for it, for people, in the order of the software. */
    public List<String> words() {
        return software.stream().flatMap(this::names).distinct().toList();
    }

    private Stream<String> names(Software one) {
        return systems.stream()
                .flatMap(system -> system.releases().stream().map(release -> system.provision(one, release)))
                .flatMap(provision ->
                        provision instanceof Provision.Packaged packaged ? packaged.names().stream() : Stream.empty());
    }
}
