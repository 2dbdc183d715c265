package io.urania.engine.resource.account;

import java.util.List;
import java.util.Optional;

/**
 * A person's account, as it is wanted.
 *
 * @param name lower case letters, digits, {@code -} and {@code _}: sudo does not read files with a dot in their names
 * @param admin whether it may become root: a member of the system's group for that, and a rule of its own; empty for no rule of Urania's, and the
 *     group left as it is
 * @param sudoAsksPassword whether sudo asks for its password; nothing where it is no administrator
 * @param keys public keys that it logs in with, each a line of authorized_keys
 * @param passwordHash as crypt(5) makes them; empty to leave the password as it is
 * @param shell its login shell; empty to leave it, or for a new account the usual one
 * @param uid its number; empty for the next one
 */
public record HostUser(
        String name,
        Optional<Boolean> admin,
        boolean sudoAsksPassword,
        List<String> keys,
        Optional<String> passwordHash,
        Optional<String> shell,
        Optional<Integer> uid) {

    public HostUser {
        keys = List.copyOf(keys);
    }

    /** Whether it may become root by Urania's doing. */
    public boolean isAdmin() {
        return admin.orElse(false);
    }

    /** The file that says that it may become root. */
    public String rule() {
        return rule(name);
    }

    static String rule(String user) {
        return Account.RULES + user;
    }

    /** Its text; none if it may not. */
    Optional<String> ruleText() {
        return isAdmin()
                ? Optional.of(name + " ALL=(ALL:ALL) " + (sudoAsksPassword ? "" : "NOPASSWD: ") + "ALL\n")
                : Optional.empty();
    }

    /** Without the hash: whoever sees it can try passwords against it. */
    @Override
    public String toString() {
        return name;
    }
}
