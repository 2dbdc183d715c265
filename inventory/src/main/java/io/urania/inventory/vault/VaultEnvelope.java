package io.urania.inventory.vault;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;

/**
 * What a vault's text holds, undone from its two layers of hexadecimal digits. The form is documented in Ansible's user guide, "Format of
 * files encrypted with Ansible Vault".
 */
final class VaultEnvelope {
    private static final String HEADER = "$ANSIBLE_VAULT;";

    private final String label;
    private final byte[] salt;
    private final byte[] authentication;
    private final byte[] ciphertext;

    private VaultEnvelope(String label, byte[] salt, byte[] authentication, byte[] ciphertext) {
        this.label = label;
        this.salt = salt;
        this.authentication = authentication;
        this.ciphertext = ciphertext;
    }

    static boolean isAtStartOf(String text) {
        return text.startsWith(HEADER);
    }

    static VaultEnvelope parse(String text) throws VaultException {
        List<String> lines = text.strip().lines().map(String::strip).toList();
        String[] header = lines.getFirst().split(";", -1);
        if (header.length < 3 || !isAtStartOf(lines.getFirst())) {
            throw malformed("its first line is not $ANSIBLE_VAULT;VERSION;CIPHER");
        }
        String version = header[1];
        if (!version.equals("1.1") && !version.equals("1.2")) {
            throw malformed("its format is '" + version + "', and 1.1 and 1.2 are supported");
        }
        if (!header[2].equals("AES256")) {
            throw malformed("its cipher is '" + header[2] + "', and AES256 is supported");
        }
        String label = version.equals("1.2") && header.length > 3 ? header[3] : VaultPassword.UNLABELLED;
        return ofPayload(label, hex(String.join("", lines.subList(1, lines.size()))));
    }

    private static VaultEnvelope ofPayload(String label, byte[] payload) throws VaultException {
        String[] parts = new String(payload, StandardCharsets.ISO_8859_1).split("\n", 3);
        if (parts.length != 3) {
            throw malformed("it does not contain salt, HMAC and ciphertext");
        }
        return new VaultEnvelope(label, hex(parts[0]), hex(parts[1]), hex(parts[2]));
    }

    private static byte[] hex(String digits) throws VaultException {
        try {
            return HexFormat.of().parseHex(digits);
        } catch (IllegalArgumentException notHexadecimal) {
            throw malformed("it contains something other than pairs of hexadecimal digits");
        }
    }

    private static VaultException malformed(String why) {
        return new VaultException(
                "corrupt Ansible Vault data", why, "copy it again from where it was encrypted; every character counts");
    }

    /** The vault id of format 1.2, {@code default} in format 1.1. */
    String label() {
        return label;
    }

    /** What the keys are derived with. */
    byte[] salt() {
        return salt;
    }

    /** The HMAC of the ciphertext. */
    byte[] authentication() {
        return authentication;
    }

    byte[] ciphertext() {
        return ciphertext;
    }
}
