package io.urania.engine.transport;

import java.util.Optional;

/**
 * The passwords of one host.
 *
 * @param login for the login itself, where no key is accepted
 * @param becomeRoot for sudo
 */
public record Passwords(Optional<Password> login, Optional<Password> becomeRoot) {

    /** Neither. */
    public static final Passwords NONE = new Passwords(Optional.empty(), Optional.empty());
}
