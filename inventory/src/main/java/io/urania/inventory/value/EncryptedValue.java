package io.urania.inventory.value;

import io.urania.inventory.problem.Position;

/**
 * A text encrypted with Ansible Vault ({@code !vault}). It is decrypted when a template or a reader needs it, and only for them.
 *
 * @param ciphertext the envelope as it is written, {@code $ANSIBLE_VAULT;…} at its start
 */
public record EncryptedValue(String ciphertext, Position position) implements Value {
    @Override
    public String type() {
        return "encrypted text";
    }

    /** The ciphertext: what an encrypted value is without a password. */
    @Override
    public String plain() {
        return ciphertext;
    }
}
