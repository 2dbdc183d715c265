package io.urania.engine.transport.hostkey;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * The public key by which a host shows who it is.
 *
 * @param type as OpenSSH names it: {@code ssh-ed25519}
 * @param key in base64, as known_hosts files hold it
 */
public record HostKey(String type, String key) {

    /** In the order in which OpenSSH 9 prefers them. */
    private static final List<String> PREFERRED =
            List.of("ssh-ed25519", "ecdsa-sha2-nistp256", "ecdsa-sha2-nistp384", "ecdsa-sha2-nistp521", "ssh-rsa");

    /** {@code SHA256:…}, as {@code ssh-keygen -l} prints it on the host itself. */
    public String fingerprint() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(Base64.getDecoder().decode(key));
            return "SHA256:" + Base64.getEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** The line of a known_hosts file that pins the key to a name. */
    public String knownHostsLine(String name) {
        return name + " " + type + " " + key + "\n";
    }

    /** The best key that {@code ssh-keyscan} printed. */
    public static Optional<HostKey> bestOf(String scanned) {
        List<HostKey> keys = scanned.lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split(" ", 3))
                .filter(words -> words.length == 3 && PREFERRED.contains(words[1]))
                .filter(words -> isBase64(words[2]))
                .map(words -> new HostKey(words[1], words[2]))
                .toList();
        return PREFERRED.stream()
                .flatMap(type -> keys.stream().filter(key -> key.type().equals(type)))
                .findFirst();
    }

    static boolean isBase64(String text) {
        try {
            return Base64.getDecoder().decode(text.getBytes(StandardCharsets.US_ASCII)).length > 0;
        } catch (IllegalArgumentException _) {
            return false; // a line that broke off
        }
    }
}
