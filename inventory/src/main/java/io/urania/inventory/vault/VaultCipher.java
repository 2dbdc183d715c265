package io.urania.inventory.vault;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.BadPaddingException;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * AES-256 in counter mode under an HMAC with SHA-256, both keys and the counter's start derived by PBKDF2 (RFC 8018) with 10,000 rounds:
 * the one cipher of Ansible Vault.
 */
final class VaultCipher {
    private static final int ROUNDS = 10_000;
    private static final int KEY = 32;
    private static final int COUNTER = 16;

    private VaultCipher() {}

    /** What was encrypted; empty if the password is another one or the text was changed, which cannot be told apart. */
    static Optional<byte[]> decrypt(VaultEnvelope envelope, VaultPassword password) {
        try {
            byte[] keys = keys(envelope, password);
            Mac authentication = Mac.getInstance("HmacSHA256");
            authentication.init(new SecretKeySpec(keys, KEY, KEY, "HmacSHA256"));
            if (!MessageDigest.isEqual(authentication.doFinal(envelope.ciphertext()), envelope.authentication())) {
                return Optional.empty();
            }
            Cipher cipher = Cipher.getInstance("AES/CTR/NoPadding");
            cipher.init(
                    Cipher.DECRYPT_MODE,
                    new SecretKeySpec(keys, 0, KEY, "AES"),
                    new IvParameterSpec(keys, 2 * KEY, COUNTER));
            return Optional.of(withoutPadding(cipher.doFinal(envelope.ciphertext())));
        } catch (BadPaddingException damaged) {
            return Optional.empty();
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every Java has AES, HMAC with SHA-256 and PBKDF2", missing);
        }
    }

    private static byte[] keys(VaultEnvelope envelope, VaultPassword password) throws GeneralSecurityException {
        char[] characters = password.password().toCharArray();
        PBEKeySpec derivation = new PBEKeySpec(characters, envelope.salt(), ROUNDS, (2 * KEY + COUNTER) * Byte.SIZE);
        try {
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(derivation)
                    .getEncoded();
        } finally {
            derivation.clearPassword();
            Arrays.fill(characters, '\0');
        }
    }

    /** PKCS #7 (RFC 5652 §6.3): the last byte says how many bytes are padding, and each of them says the same. */
    private static byte[] withoutPadding(byte[] padded) throws BadPaddingException {
        int padding = padded.length == 0 ? 0 : padded[padded.length - 1];
        if (padding < 1 || padding > COUNTER || padding > padded.length) {
            throw new BadPaddingException();
        }
        for (int i = padded.length - padding; i < padded.length; i++) {
            if (padded[i] != padding) {
                throw new BadPaddingException();
            }
        }
        return Arrays.copyOf(padded, padded.length - padding);
    }
}
