package io.urania.lab.base;

import io.urania.lab.system.Script;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * All that decides what a base tree contains.
 *
 * @param release Debian's code name
 * @param architecture Debian's name for it
 * @param sourcesList what the hosts will have as {@code /etc/apt/sources.list}
 */
public record BaseRecipe(String release, String architecture, String mirror, String sourcesList) {
    static final Script BUILD = new Script("base/build");
    private static final int FINGERPRINT_LENGTH = 12;

    /** The Debian release of the rack's hosts. */
    public static final String RELEASE = "bookworm";

    /** The packages of the tree. */
    public static List<String> packages() throws IOException {
        return Script.Resources.text("base/packages.txt")
                .lines()
                .filter(line -> !line.startsWith("#") && !line.isBlank())
                .toList();
    }

    /** A name that changes whenever the tree would. */
    public String name() throws IOException {
        String everything = String.join(
                "\n", release, architecture, mirror, sourcesList, String.join(",", packages()), BUILD.text());
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(everything.getBytes(StandardCharsets.UTF_8));
            return "%s-%s-%s"
                    .formatted(
                            release,
                            architecture,
                            HexFormat.of().formatHex(digest).substring(0, FINGERPRINT_LENGTH));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
