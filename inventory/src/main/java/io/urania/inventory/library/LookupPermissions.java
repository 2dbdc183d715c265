package io.urania.inventory.library;

/**
 * Which lookups that reach beyond the inventory may be used.
 *
 * @param pipe whether {@code lookup('pipe', …)} may run commands on this machine
 */
public record LookupPermissions(boolean pipe) {
    /** None of them: an inventory cannot run anything. */
    public static final LookupPermissions NONE = new LookupPermissions(false);
}
