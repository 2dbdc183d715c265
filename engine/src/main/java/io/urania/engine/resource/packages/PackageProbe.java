package io.urania.engine.resource.packages;

import io.urania.engine.fact.Probe;
import io.urania.engine.fact.Question;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Whether packages are installed, by the database of the host's package manager; unknown on a host that has none of {@link PackageManagers}. */
public final class PackageProbe implements Probe<PackageFact> {

    public static final PackageProbe INSTANCE = new PackageProbe();

    private PackageProbe() {}

    /** Asks for a package by one of the names that systems give it; a name of another system is one that is not installed. */
    public static Question<PackageFact> of(String name) {
        return new Question<>(INSTANCE, name);
    }

    @Override
    public String name() {
        return "packages";
    }

    @Override
    public String script(SortedSet<String> subjects) {
        return PackageManagers.asking(manager -> manager.installed(subjects));
    }

    @Override
    public Map<String, PackageFact> parse(String output, SortedSet<String> subjects) {
        List<String> lines = output.lines().toList();
        Set<String> installed = named(lines, " installed");
        Set<String> held = named(lines, " hold");
        return PackageManagers.answering(lines)
                .map(manager -> subjects.stream()
                        .collect(Collectors.toMap(
                                Function.identity(),
                                name -> new PackageFact(manager, installed.contains(name), held.contains(name)))))
                .orElse(Map.of());
    }

    private static Set<String> named(List<String> lines, String ending) {
        return lines.stream()
                .filter(line -> line.endsWith(ending))
                .map(line -> line.substring(0, line.indexOf(' ')))
                .collect(Collectors.toSet());
    }
}
