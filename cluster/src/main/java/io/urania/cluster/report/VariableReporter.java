package io.urania.cluster.report;

import io.urania.artifacts.KubernetesVersion;
import io.urania.cluster.kubespray.Renames;
import io.urania.cluster.report.VariableReport.Row;
import io.urania.cluster.report.VariableReport.Standing;
import io.urania.cluster.variable.Effect;
import io.urania.cluster.variable.Variable;
import io.urania.cluster.variable.registry.Variables;
import io.urania.inventory.Inventory;
import io.urania.inventory.problem.Position;
import io.urania.inventory.problem.Suggestion;
import io.urania.inventory.source.GroupPriority;
import io.urania.inventory.value.MapValue;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Looks up every variable that an inventory sets in the registry. */
public final class VariableReporter {
    /** Names that do something: what somebody meant is most likely one of them. */
    private static final List<String> EFFECTIVE = Variables.all().stream()
            .filter(Variable::hasEffect)
            .flatMap(variable -> variable.names().stream())
            .toList();

    private final Inventory inventory;
    private final Optional<KubernetesVersion> version;

    /**
     * A reporter.
     *
     * @param version the cluster's version, which some variables depend on; empty if it is not known
     */
    public VariableReporter(Inventory inventory, Optional<KubernetesVersion> version) {
        this.inventory = inventory;
        this.version = version;
    }

    public VariableReport report() {
        SortedMap<String, SortedSet<Position>> names = new TreeMap<>();
        List<Row> dotted = new ArrayList<>();
        inventory.variablePlaces().forEach((name, places) -> {
            if (name.contains(".")) {
                dotted.add(dotted(name, List.copyOf(places)));
            } else if (Variables.named(name).isPresent() || !Variables.isMapping(name)) {
                add(names, name, places);
            } else {
                inventory.hosts().forEach(host -> addKeys(names, name, host));
            }
        });
        if (!inventory.groupPriorities().isEmpty()) {
            add(names, GroupPriority.NAME, inventory.groupPriorities());
        }
        return new VariableReport(Stream.concat(names.entrySet().stream().map(this::row), dotted.stream())
                .sorted(Comparator.comparing(Row::name))
                .toList());
    }

    private void addKeys(SortedMap<String, SortedSet<Position>> names, String name, String host) {
        inventory.variables(host).unrendered(name).ifPresent(value -> {
            if (value instanceof MapValue map) {
                addKeys(names, name, map);
            } else {
                add(names, name, inventory.variables(host).places(name));
            }
        });
    }

    private static void addKeys(SortedMap<String, SortedSet<Position>> names, String prefix, MapValue map) {
        map.entries().forEach((key, value) -> {
            String name = prefix + "." + key;
            if (value instanceof MapValue inner && Variables.named(name).isEmpty() && Variables.isMapping(name)) {
                addKeys(names, name, inner);
            } else {
                add(names, name, List.of(map.positionOf(key)));
            }
        });
    }

    private static void add(SortedMap<String, SortedSet<Position>> names, String name, Collection<Position> places) {
        names.computeIfAbsent(name, _ -> new TreeSet<>()).addAll(places);
    }

    private Row row(Map.Entry<String, SortedSet<Position>> found) {
        String name = found.getKey();
        List<Position> places = List.copyOf(found.getValue());
        if (name.equals(GroupPriority.NAME)) {
            return priority(places);
        }
        Row row = Variables.named(name)
                .map(variable -> known(name, places, variable))
                .orElseGet(() -> unknown(name, places));
        return Renames.of(name)
                .map(rename -> row.renamed(rename.current(), rename.since()))
                .orElse(row);
    }

    /** The inventory's own, and no setting of a cluster. */
    private Row priority(List<Position> places) {
        boolean counts = !inventory.groupPriorities().isEmpty();
        return new Row(
                GroupPriority.NAME,
                places,
                counts ? Standing.EFFECT : Standing.NO_EFFECT,
                "the rank of a group among others of its depth",
                counts
                        ? "inventory: of groups at the same depth that set a variable, the one with the highest number counts"
                        : "Ansible reads it only below vars: of a group in the hosts file, or in [group:vars]",
                Optional.empty(),
                Optional.empty());
    }

    private Row known(String name, List<Position> places, Variable<?> variable) {
        boolean outlived =
                version.filter(it -> !variable.lifetime().contains(it)).isPresent();
        return switch (variable.effect()) {
            case Effect.Applied applied
            when outlived ->
                row(name, places, Standing.NO_EFFECT, variable, outlivedBy(variable) + applied.description());
            case Effect.Applied applied -> row(name, places, Standing.EFFECT, variable, applied.description());
            case Effect.Ignored ignored ->
                row(
                        name,
                        places,
                        Standing.NO_EFFECT,
                        variable,
                        ignored.reason().words() + ": " + ignored.explanation());
        };
    }

    private String outlivedBy(Variable<?> variable) {
        return "Kubernetes %s %s (%s): "
                .formatted(
                        version.map(KubernetesVersion::toString).orElse(""),
                        version.filter(it -> it.minor() < variable.lifetime().since())
                                        .isPresent()
                                ? "does not have it yet"
                                : "no longer has it",
                        variable.lifetime());
    }

    private static Row row(
            String name, List<Position> places, Standing standing, Variable<?> variable, String explanation) {
        return new Row(name, places, standing, variable.meaning(), explanation, Optional.empty(), Optional.empty());
    }

    /** A name with a dot in it: Ansible takes it as it is, and its templates cannot name it. */
    private static Row dotted(String name, List<Position> places) {
        return new Row(
                name,
                places,
                Standing.UNKNOWN,
                "",
                "a dot in a variable's name does not reach into a mapping",
                Optional.empty(),
                Optional.empty());
    }

    private static Row unknown(String name, List<Position> places) {
        if (Variables.isMapping(name)) {
            String keys = Variables.names().stream()
                    .filter(known -> known.startsWith(name + "."))
                    .map(known -> known.substring(name.length() + 1))
                    .collect(Collectors.joining(", "));
            return new Row(
                    name,
                    places,
                    Standing.NO_EFFECT,
                    "a mapping",
                    "it has no keys; it accepts " + keys,
                    Optional.empty(),
                    Optional.empty());
        }
        return new Row(
                name,
                places,
                Standing.UNKNOWN,
                "",
                name.contains(".")
                        ? "Urania does not use this key"
                        : "Urania does not use this variable; this is fine if only expressions of the inventory use it",
                Suggestion.alike(name, EFFECTIVE).or(() -> Suggestion.alike(name, Variables.known())),
                Optional.empty());
    }
}
