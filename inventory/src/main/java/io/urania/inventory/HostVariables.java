package io.urania.inventory;

import io.urania.inventory.problem.InventoryException;
import io.urania.inventory.problem.Position;
import io.urania.inventory.value.Value;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;

/** The variables of one host, rendered when asked for. */
public final class HostVariables {
    private final SortedMap<String, Value> values;

    HostVariables(SortedMap<String, Value> values) {
        this.values = values;
    }

    /** The names the inventory sets for this host; Ansible's own such as {@code inventory_hostname} are not among them. */
    public SortedSet<String> names() {
        return new TreeSet<>(values.keySet());
    }

    /**
     * The value of a variable with all its templates rendered; empty if nothing sets it.
     *
     * @throws InventoryException if a template in it is wrong, with the place in the template
     */
    public Optional<Value> value(String name) throws InventoryException {
        return Optional.ofNullable(values.get(name));
    }

    /** Every place that sets the variable for this host, lowest precedence first: the last one wins. */
    public List<Position> places(String name) {
        return Optional.ofNullable(values.get(name))
                .map(value -> List.of(value.position()))
                .orElse(List.of());
    }
}
