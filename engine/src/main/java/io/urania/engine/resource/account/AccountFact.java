package io.urania.engine.resource.account;

import io.urania.engine.batch.Payload;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * An account on a host.
 *
 * @param uid its number; empty if there is no such account
 * @param shell its login shell; empty if there is no such account
 * @param adminGroup the group whose members may become root, {@code sudo} or {@code wheel}; empty if there is neither
 * @param isInAdminGroup whether it is a member of that
 * @param password SHA-256 of its hash of a password; empty if nobody could read it
 * @param isLocked whether no password opens it
 * @param keys the text of its authorized_keys
 * @param rule the text of Urania's rule of sudo for it
 * @param hasSudo whether the host has sudo, with the program that judges its rules
 */
public record AccountFact(
        Optional<Integer> uid,
        String shell,
        Optional<String> adminGroup,
        boolean isInAdminGroup,
        String password,
        boolean isLocked,
        Optional<String> keys,
        Optional<String> rule,
        boolean hasSudo) {

    /** One that is not there. */
    public static final AccountFact ABSENT = new AccountFact(
            Optional.empty(), "", Optional.of("sudo"), false, "", false, Optional.empty(), Optional.empty(), true);

    /** Whether a password opens it whose hash is this one; not if nobody could read the account's. */
    public boolean hasPassword(String hash) {
        return Payload.sha256(hash.getBytes(StandardCharsets.UTF_8)).equals(password);
    }

    /** Whether there is such an account. */
    public boolean isThere() {
        return uid.isPresent();
    }
}
