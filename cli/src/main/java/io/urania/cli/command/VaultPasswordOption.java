package io.urania.cli.command;

import io.urania.inventory.vault.VaultPassword;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where a password of Ansible Vault comes from.
 *
 * @param label its vault id
 * @param file a file or program; empty if a person is asked
 */
record VaultPasswordOption(String label, Optional<Path> file) {

    static VaultPasswordOption unlabelled(Path file) {
        return new VaultPasswordOption(VaultPassword.UNLABELLED, Optional.of(file));
    }

    /** {@code LABEL@FILE}, {@code LABEL@prompt} or {@code FILE}: Ansible splits at the first {@code @}. */
    static VaultPasswordOption parse(String identity) {
        int at = identity.indexOf('@');
        String label = at < 1 ? VaultPassword.UNLABELLED : identity.substring(0, at);
        String source = identity.substring(at + 1);
        boolean asks = source.equals("prompt") || source.equals("prompt_ask_vault_pass");
        return new VaultPasswordOption(label, asks ? Optional.empty() : Optional.of(Path.of(source)));
    }
}
