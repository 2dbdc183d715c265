package io.urania.inventory.listing;

import io.urania.inventory.python.Display;
import io.urania.inventory.source.Group;
import io.urania.inventory.source.Host;
import io.urania.inventory.value.EncryptedValue;
import io.urania.inventory.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

/** The tree of {@code ansible-inventory --graph}. */
final class GraphOutput {
    private final InventoryListing listing;
    private final boolean withVariables;
    private final List<String> lines = new ArrayList<>();

    GraphOutput(InventoryListing listing, boolean withVariables) {
        this.listing = listing;
        this.withVariables = withVariables;
    }

    List<String> lines(Group start) {
        add(start, 0);
        return List.copyOf(lines);
    }

    private void add(Group group, int depth) {
        add("@" + group.name() + ":", depth);
        int below = depth + 1;
        group.children().forEach(child -> add(child, below));
        if (!group.isAll()) {
            for (Host host : group.hosts()) {
                add(host.name(), below);
                addVariables(listing.variables(host), below + 1);
            }
        }
        addVariables(listing.variables(group), below);
    }

    private void addVariables(SortedMap<String, Value> variables, int depth) {
        if (withVariables) {
            variables.forEach((name, value) -> add("{" + name + " = " + shown(value) + "}", depth));
        }
    }

    private static String shown(Value value) {
        return value instanceof EncryptedValue ? "(encrypted)" : Display.text(value);
    }

    private void add(String name, int depth) {
        lines.add(depth == 0 ? name : "  |".repeat(depth) + "--" + name);
    }
}
