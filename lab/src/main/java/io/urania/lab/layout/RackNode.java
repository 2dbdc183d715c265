package io.urania.lab.layout;

/**
 * A host of a rack.
 *
 * @param name fully qualified, as in the inventory
 * @param address IPv4
 */
public record RackNode(String name, String address, Role role) {
    /** The name up to its first dot. */
    public String shortName() {
        int dot = name.indexOf('.');
        return dot < 0 ? name : name.substring(0, dot);
    }
}
