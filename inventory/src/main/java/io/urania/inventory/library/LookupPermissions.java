package io.urania.inventory.library;

/**
 * What lookups may do beyond reading.
 *
 * @param pipe whether {@code lookup('pipe', command)} may run commands on this machine
 */
public record LookupPermissions(boolean pipe) {
    /** An inventory is data: it runs nothing. */
    public static final LookupPermissions NONE = new LookupPermissions(false);
}
