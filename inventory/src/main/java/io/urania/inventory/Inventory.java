package io.urania.inventory;

import io.urania.inventory.problem.InventoryException;
import io.urania.inventory.problem.Position;
import io.urania.inventory.problem.Problem;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Hosts, groups and variables of one or several inventory sources, as Ansible sees them. Immutable. */
public final class Inventory {
    private Inventory() {}

    /**
     * Reads inventories: files, or directories of them. Later sources add to earlier ones and win over them at the same precedence.
     *
     * @throws InventoryException with every problem found, if there is an error among them
     */
    public static Inventory load(List<Path> sources) throws InventoryException {
        if (sources.isEmpty()) {
            throw new InventoryException(
                    Problem.error(null, "no inventory is named", "", "name a file or directory with -i"));
        }
        return new Inventory();
    }

    /** The directory of the first source: where what belongs to the inventory is kept. */
    public Path directory() {
        return Path.of("");
    }

    /** Every host, in the order in which the sources name them first. */
    public List<String> hosts() {
        return List.of();
    }

    /** The hosts of a group and of its children; empty if there is no such group. */
    public List<String> hosts(String group) {
        return List.of();
    }

    public boolean hasGroup(String name) {
        return false;
    }

    /** Every group, {@code all} and {@code ungrouped} included. */
    public List<String> groups() {
        return List.of();
    }

    /** The groups a host is in, directly or through children, without {@code all}; sorted by name. */
    public List<String> groupsOf(String host) {
        return List.of();
    }

    /** Where a host or group is named first; null for the groups nobody writes down and for unknown names. */
    public @Nullable Position positionOf(String hostOrGroup) {
        return null;
    }

    /**
     * The variables of one host.
     *
     * @throws IllegalArgumentException if the inventory has no such host
     */
    public HostVariables variables(String host) {
        return new HostVariables(new TreeMap<>());
    }

    /** Every variable name set anywhere for anyone, with all places that set it. */
    public SortedMap<String, List<Position>> variablePlaces() {
        return new TreeMap<>();
    }

    /** What is legal in Ansible and yet probably not meant. */
    public List<Problem> warnings() {
        return List.of();
    }
}
