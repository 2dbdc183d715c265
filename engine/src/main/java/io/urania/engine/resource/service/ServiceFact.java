package io.urania.engine.resource.service;

/**
 * The state of a systemd unit.
 *
 * @param active its ActiveState: {@code active}, {@code failed}, …
 * @param enabled its UnitFileState: {@code enabled}, {@code disabled}, … or empty if there is no unit file
 * @param since when it became active, in milliseconds since 1970; 0 if it is not
 * @param reloaded when it last came to its state, which is later than {@code since} if it was reloaded; likewise
 * @param isSkipped whether systemd did not start it when it was last asked to, because conditions of the unit do not hold on the host, as in a
 *     container (systemd.unit(5), "Conditions and Asserts")
 */
public record ServiceFact(String active, String enabled, long since, long reloaded, boolean isSkipped) {

    /** A unit whose conditions hold, or that has none. */
    public ServiceFact(String active, String enabled, long since, long reloaded) {
        this(active, enabled, since, reloaded, false);
    }

    /** A unit that was not reloaded since it became active. */
    public ServiceFact(String active, String enabled, long since) {
        this(active, enabled, since, since, false);
    }

    public boolean isActive() {
        return active.equals("active");
    }

    /** Whether it starts at boot, or cannot be enabled because others decide that: systemctl(1), "is-enabled". */
    public boolean isEnabled() {
        return switch (enabled) {
            case "enabled", "static", "alias", "indirect", "generated" -> true;
            default -> false;
        };
    }
}
