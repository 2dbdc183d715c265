package io.urania.inventory.vault;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Opens texts of Ansible Vault with the passwords a person gave. Several threads may use it. */
public final class Vault {
    private final List<VaultPassword> passwords;
    private final Map<String, String> opened = new ConcurrentHashMap<>();

    /**
     * A vault with passwords.
     *
     * @param passwords in the order to try them; those labelled as a text is labelled are tried before the others, as Ansible does
     */
    public Vault(List<VaultPassword> passwords) {
        this.passwords = List.copyOf(passwords);
    }

    /** A vault without a password: nothing encrypted can be read. */
    public static Vault closed() {
        return new Vault(List.of());
    }

    /** Whether a text is encrypted as a whole. */
    public static boolean isEncrypted(String text) {
        return VaultEnvelope.isAtStartOf(text);
    }

    /**
     * What a text was before it was encrypted.
     *
     * @throws VaultException if no password fits, or the text is damaged
     */
    public String open(String encrypted) throws VaultException {
        String known = opened.get(encrypted);
        if (known == null) {
            known = decrypted(VaultEnvelope.parse(encrypted));
            opened.put(encrypted, known);
        }
        return known;
    }

    private String decrypted(VaultEnvelope envelope) throws VaultException {
        if (passwords.isEmpty()) {
            throw new VaultException(
                    "encrypted with Ansible Vault, and no password was given",
                    envelope.label().equals(VaultPassword.UNLABELLED)
                            ? ""
                            : "its vault id is '" + envelope.label() + "'",
                    "pass it with --vault-password-file FILE, --vault-id LABEL@FILE or --ask-vault-password");
        }
        for (VaultPassword password : inOrderFor(envelope.label())) {
            Optional<byte[]> plain = VaultCipher.decrypt(envelope, password);
            if (plain.isPresent()) {
                return text(plain.get());
            }
        }
        throw new VaultException(
                "wrong vault password",
                passwords.size() == 1
                        ? "the given password does not decrypt it"
                        : "none of the " + passwords.size() + " given passwords decrypts it",
                envelope.label().equals(VaultPassword.UNLABELLED)
                        ? "check the password file"
                        : "it was encrypted for the vault id '" + envelope.label() + "': check that password");
    }

    private List<VaultPassword> inOrderFor(String label) {
        List<VaultPassword> ordered = new ArrayList<>();
        passwords.stream().filter(password -> password.label().equals(label)).forEach(ordered::add);
        passwords.stream().filter(password -> !password.label().equals(label)).forEach(ordered::add);
        return ordered;
    }

    private static String text(byte[] plain) throws VaultException {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(plain))
                    .toString();
        } catch (CharacterCodingException notText) {
            throw new VaultException("the decrypted content is not UTF-8 text", "", "encrypt it again, as UTF-8");
        }
    }
}
