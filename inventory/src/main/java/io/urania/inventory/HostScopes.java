package io.urania.inventory;

import io.urania.inventory.evaluation.HostScope;
import io.urania.inventory.evaluation.Hosts;
import io.urania.inventory.problem.Position;
import io.urania.inventory.source.Group;
import io.urania.inventory.source.Host;
import io.urania.inventory.source.LoadedInventory;
import io.urania.inventory.value.ListValue;
import io.urania.inventory.value.MapValue;
import io.urania.inventory.value.TextValue;
import io.urania.inventory.value.Value;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What templates of each host see: its variables, and the values Ansible itself provides. */
final class HostScopes implements Hosts {
    private static final Set<String> SPECIAL = Set.of(
            "inventory_hostname",
            "inventory_hostname_short",
            "inventory_dir",
            "inventory_file",
            "group_names",
            "groups");

    private final LoadedInventory loaded;
    private final Map<String, Value> defaults;
    private final MapValue groups;
    private final List<String> names;

    /**
     * Scopes of all hosts.
     *
     * @param defaults what templates find under names that the inventory does not set for a host
     */
    HostScopes(LoadedInventory loaded, Map<String, Value> defaults) {
        this.loaded = loaded;
        this.defaults = defaults;
        this.names = loaded.tree().hosts().stream().map(Host::name).toList();
        Position position =
                loaded.tree().hosts().stream().findFirst().map(Host::position).orElse(Position.startOf(Path.of("")));
        Map<String, Value> hostsOfGroups = new LinkedHashMap<>();
        for (Group group : loaded.tree().groups()) {
            hostsOfGroups.put(
                    group.name(),
                    texts(loaded.tree().hostsOf(group).stream().map(Host::name).toList(), position));
        }
        groups = new MapValue(hostsOfGroups, position);
    }

    HostScope of(Host host) {
        return new Scope(host);
    }

    @Override
    public Optional<HostScope> scope(String host) {
        return Optional.ofNullable(loaded.tree().host(host)).map(Scope::new);
    }

    @Override
    public Collection<String> names() {
        return names;
    }

    private static ListValue texts(List<String> texts, Position position) {
        return new ListValue(
                List.copyOf(texts.stream().map(text -> text(text, position)).toList()), position);
    }

    private static TextValue text(String text, Position position) {
        return new TextValue(text, position, true);
    }

    private final class Scope implements HostScope {
        private final Host host;

        Scope(Host host) {
            this.host = host;
        }

        @Override
        public String host() {
            return host.name();
        }

        @Override
        public Optional<Value> variable(String name) {
            for (MapValue layer : loaded.layersOf(host).reversed()) {
                Value value = layer.entries().get(name);
                if (value != null) {
                    return Optional.of(value);
                }
            }
            return Optional.ofNullable(defaults.get(name));
        }

        @Override
        public Optional<Value> special(String name) {
            Position position = host.position();
            return switch (name) {
                case "inventory_hostname" -> Optional.of(text(host.name(), position));
                case "inventory_hostname_short" -> Optional.of(text(host.name().split("\\.", 2)[0], position));
                case "inventory_file" -> Optional.of(text(host.definedIn().toString(), position));
                case "inventory_dir" -> Optional.of(text(directory(host.definedIn()), position));
                case "group_names" ->
                    Optional.of(texts(
                            loaded.tree().groupsOf(host).stream()
                                    .map(Group::name)
                                    .filter(group -> !group.equals("all"))
                                    .sorted()
                                    .toList(),
                            position));
                case "groups" -> Optional.of(groups);
                default -> Optional.empty();
            };
        }

        @Override
        public Collection<String> names() {
            Set<String> known = new TreeSet<>(SPECIAL);
            known.addAll(defaults.keySet());
            loaded.layersOf(host).forEach(layer -> known.addAll(layer.entries().keySet()));
            return known;
        }

        private static String directory(Path file) {
            return String.valueOf(file.getParent());
        }
    }
}
