package io.urania.cluster.reader.host;

import io.urania.cluster.reader.source.Source;
import io.urania.cluster.reader.source.TextOfPerson;
import io.urania.cluster.spec.HostSpec;
import io.urania.cluster.spec.upkeep.UpkeepSpec;
import io.urania.cluster.variable.Variable;
import io.urania.cluster.variable.upkeep.RecipePlace;
import io.urania.cluster.variable.upkeep.UpkeepVariables;
import io.urania.engine.resource.packetfilter.PacketFilter;
import io.urania.engine.system.PackageRecipe;
import io.urania.engine.system.UpgradeScope;
import io.urania.inventory.problem.Position;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads what is asked of the packages and services of hosts. */
public final class UpkeepReader {
    private static final String SERVICE = ".service";
    private static final int LARGEST = 1024 * 1024;

    private final Source source;

    public UpkeepReader(Source source) {
        this.source = source;
    }

    /** By the names of all hosts. */
    public Map<String, UpkeepSpec> read(Collection<HostSpec> hosts) {
        Map<String, UpkeepSpec> upkeep = new TreeMap<>();
        hosts.forEach(host -> upkeep.put(host.name(), read(host.name())));
        return upkeep;
    }

    private UpkeepSpec read(String host) {
        String filter = get(UpkeepVariables.PACKET_FILTER, host);
        return new UpkeepSpec(
                get(UpkeepVariables.PACKAGES, host).stream().distinct().sorted().toList(),
                recipes(host),
                scope(get(UpkeepVariables.UPGRADE, host)),
                source.variables().find(UpkeepVariables.SERVICES, host).map(UpkeepReader::units),
                filter.equals(UpkeepVariables.SYSTEM),
                Arrays.stream(PacketFilter.values())
                        .filter(one -> one.word().equals(filter))
                        .findFirst());
    }

    private List<PackageRecipe> recipes(String host) {
        Set<String> names = new HashSet<>();
        List<PackageRecipe> recipes = new ArrayList<>();
        for (RecipePlace place : get(UpkeepVariables.RECIPES, host)) {
            if (names.add(place.name())) {
                recipe(host, place).ifPresent(recipes::add);
            } else {
                source.error(
                        source.variables()
                                .position(UpkeepVariables.RECIPES, host)
                                .orElse(null),
                        "aur_packages lists " + place.name() + " twice",
                        "one of them would be built over the other",
                        "list it once");
            }
        }
        return recipes;
    }

    /** The recipe that is there, if it is the one that was read. */
    private Optional<PackageRecipe> recipe(String host, RecipePlace place) {
        Path file = source.inventory().directory().resolve(place.path());
        @Nullable
        Position position =
                source.variables().position(UpkeepVariables.RECIPES, host).orElse(null);
        try {
            PackageRecipe recipe = new PackageRecipe(place.name(), TextOfPerson.read(file, LARGEST));
            if (recipe.sha256().equals(place.sha256())) {
                return Optional.of(recipe);
            }
            source.error(
                    position,
                    "aur_packages: " + file + " has the SHA-256 " + recipe.sha256(),
                    "it is another recipe than the one of " + place.name() + " that was read",
                    "read it, and set sha256 to that");
        } catch (IOException e) {
            source.error(
                    position,
                    "aur_packages lists " + place.path() + ", which cannot be used",
                    String.valueOf(e.getMessage()),
                    "put the PKGBUILD of " + place.name() + " at " + file);
        }
        return Optional.empty();
    }

    private static SortedSet<String> units(List<String> names) {
        return names.stream()
                .map(name -> name.endsWith(SERVICE) ? name : name + SERVICE)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Optional<UpgradeScope> scope(String word) {
        return switch (word) {
            case UpkeepVariables.NONE -> Optional.empty();
            case UpkeepVariables.SECURITY -> Optional.of(UpgradeScope.SECURITY);
            default -> Optional.of(UpgradeScope.FULL);
        };
    }

    private <T> T get(Variable<T> variable, String host) {
        return source.variables().get(variable, host);
    }
}
