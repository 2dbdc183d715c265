package io.urania.inventory.vault;

/**
 * A password, and the label ("vault id") of the texts it was made for. It is never printed.
 *
 * @param label {@value #UNLABELLED} where nobody named one; labels choose which password is tried first and nothing more
 */
public record VaultPassword(String label, String password) {
    /** Ansible's {@code DEFAULT_VAULT_IDENTITY}. */
    public static final String UNLABELLED = "default";

    @Override
    public String toString() {
        return "VaultPassword[label=" + label + "]";
    }
}
