package io.urania.inventory;

import io.urania.inventory.value.Value;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the playbooks that an inventory is written for add to it: groups that they make of others, and variables that they set where
 * the inventory does not.
 *
 * @param groups names of groups, each with the groups whose hosts join it, as Ansible's {@code group_by} would; in the order in
 *     which they are made, so that later ones may be made of earlier ones
 * @param defaults variables of lowest precedence, which templates find where nothing sets them. They may be templates, are rendered
 *     only when another template needs them, and are told of problems at their own position. They are no variables of the inventory:
 *     {@link Inventory#variables} and {@link Inventory#variablePlaces} do not know them.
 */
public record Additions(Map<String, List<String>> groups, Map<String, Value> defaults) {
    /** Nothing: the inventory as it is written. */
    public static final Additions NONE = new Additions(Map.of(), Map.of());

    public Additions {
        groups = Collections.unmodifiableMap(new LinkedHashMap<>(groups));
        defaults = Collections.unmodifiableMap(new LinkedHashMap<>(defaults));
    }
}
