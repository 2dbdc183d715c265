package io.urania.engine.system;

/**
 * As whom commands run on a host.
 *
 * @param user who has logged in
 * @param effective whose rights commands have
 */
public record LoginFact(String user, String effective) {

    private static final String ROOT = "root";

    /** Whether commands may change the host. */
    public boolean isRoot() {
        return effective.equals(ROOT);
    }

    /** Whether they may by sudo. */
    public boolean isBySudo() {
        return isRoot() && !user.equals(ROOT);
    }
}
