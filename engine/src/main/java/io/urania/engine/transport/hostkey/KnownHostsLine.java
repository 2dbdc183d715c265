package io.urania.engine.transport.hostkey;

import io.urania.engine.transport.hostkey.HostKeyVerdict.Pin;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A line of a file of known hosts.
 *
 * @param marker {@code @cert-authority}, {@code @revoked}, or empty
 * @param names patterns with commas between them, or one hashed name
 */
record KnownHostsLine(String marker, String names, Pin pin) {

    private static final String HASHED = "|1|";

    /** Reads a line; nothing for comments, empty lines and what is no known host. */
    static Optional<KnownHostsLine> parse(String line, Path file, int number) {
        List<String> words = new ArrayList<>(Arrays.asList(line.strip().split("[ \t]+", -1)));
        if (words.getFirst().isEmpty() || words.getFirst().startsWith("#")) {
            return Optional.empty();
        }
        String marker = words.getFirst().startsWith("@") ? words.removeFirst() : "";
        if (words.size() < 3 || !HostKey.isBase64(words.get(2))) {
            return Optional.empty();
        }
        HostKey key = new HostKey(words.get(1), words.get(2));
        return Optional.of(new KnownHostsLine(marker, words.getFirst(), new Pin(key, file, number)));
    }

    /** Whether a line, be it well-formed or not, has a marker or a pattern. */
    static boolean isForOthers(String line) {
        String first = line.strip().split("[ \t]", 2)[0];
        boolean isComment = first.startsWith("#");
        return first.startsWith("@")
                || (!isComment && first.chars().anyMatch(character -> "*?!".indexOf(character) >= 0));
    }

    boolean isRevocation() {
        return marker.equals("@revoked");
    }

    /** Whether the line is about the host of this name. */
    boolean matches(String name) {
        String wanted = name.toLowerCase(Locale.ROOT);
        if (names.startsWith(HASHED)) {
            return isHashOf(wanted);
        }
        boolean matched = false;
        for (String pattern : names.toLowerCase(Locale.ROOT).split(",", -1)) {
            if (pattern.startsWith("!")) {
                if (matches(pattern.substring(1), wanted)) {
                    return false;
                }
            } else if (matches(pattern, wanted)) {
                matched = true;
            }
        }
        return matched;
    }

    /** Whether a text matches a pattern in which {@code *} is any text and {@code ?} any character. */
    private static boolean matches(String pattern, String text) {
        int star = -1;
        int retry = 0;
        int at = 0;
        int position = 0;
        while (position < text.length()) {
            if (at < pattern.length() && pattern.charAt(at) == '*') {
                star = at++;
                retry = position;
            } else if (at < pattern.length()
                    && (pattern.charAt(at) == '?' || pattern.charAt(at) == text.charAt(position))) {
                at++;
                position++;
            } else if (star >= 0) {
                at = star + 1;
                position = ++retry;
            } else {
                return false;
            }
        }
        return pattern.substring(at).chars().allMatch(character -> character == '*');
    }

    /** {@code |1|salt|hash}: HMAC-SHA1 of the name with the salt as its key, both in base64. */
    private boolean isHashOf(String name) {
        String[] parts = names.substring(HASHED.length()).split("\\|", -1);
        if (parts.length != 2) {
            return false;
        }
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(parts[0]), "HmacSHA1"));
            byte[] hash = mac.doFinal(name.getBytes(StandardCharsets.UTF_8));
            return MessageDigest.isEqual(hash, Base64.getDecoder().decode(parts[1]));
        } catch (IllegalArgumentException _) {
            return false; // neither salt nor hash
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA1", e);
        }
    }
}
