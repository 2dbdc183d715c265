package io.urania.inventory.library.filter;

import io.urania.inventory.library.Call;
import io.urania.inventory.library.Filter;
import io.urania.inventory.python.Display;
import io.urania.inventory.value.Value;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;

/** Filters that compute checksums of texts. */
final class DigestFilters {
    /** Ansible's own: what {@code to_uuid} derives its identifiers from. */
    private static final String NAMESPACE = "361e6d51-faec-444a-9079-341386da8e2e";

    private DigestFilters() {}

    static Map<String, Filter> all() {
        return Map.of(
                "hash", DigestFilters::hash,
                "md5", named("MD5"),
                "sha1", named("SHA-1"),
                "checksum", named("SHA-1"),
                "to_uuid", DigestFilters::uuid);
    }

    private static Filter named(String algorithm) {
        return (subject, call) -> {
            call.accept();
            return call.result(HexFormat.of().formatHex(digest(algorithm, bytes(subject))));
        };
    }

    private static Value hash(Value subject, Call call) {
        call.accept("hashtype");
        String algorithm = call.text(0, "hashtype", "sha1").toLowerCase(Locale.ROOT);
        String javaName = switch (algorithm) {
            case "md5" -> "MD5";
            case "sha1" -> "SHA-1";
            case "sha224", "sha256", "sha384", "sha512" -> "SHA-" + algorithm.substring(3);
            case "sha3_224", "sha3_256", "sha3_384", "sha3_512" -> "SHA3-" + algorithm.substring(5);
            default -> throw call.wrong("unknown hash '" + algorithm + "'", "md5, sha1, sha224 … sha512 are supported");
        };
        return call.result(HexFormat.of().formatHex(digest(javaName, bytes(subject))));
    }

    /** RFC 9562's version 5. */
    private static Value uuid(Value subject, Call call) {
        call.accept("namespace");
        String namespace = call.text(0, "namespace", NAMESPACE).replace("-", "").toLowerCase(Locale.ROOT);
        if (!namespace.matches("[0-9a-f]{32}")) {
            throw call.wrong("'" + namespace + "' is not a UUID", "");
        }
        byte[] name = bytes(subject);
        byte[] input = new byte[16 + name.length];
        System.arraycopy(HexFormat.of().parseHex(namespace), 0, input, 0, 16);
        System.arraycopy(name, 0, input, 16, name.length);
        byte[] digest = digest("SHA-1", input);
        digest[6] = (byte) ((digest[6] & 0x0f) | 0x50);
        digest[8] = (byte) ((digest[8] & 0x3f) | 0x80);
        String digits = HexFormat.of().formatHex(digest, 0, 16);
        return call.result(String.join(
                "-",
                digits.substring(0, 8),
                digits.substring(8, 12),
                digits.substring(12, 16),
                digits.substring(16, 20),
                digits.substring(20)));
    }

    private static byte[] bytes(Value subject) {
        return Display.text(subject).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] digest(String algorithm, byte[] bytes) {
        try {
            return MessageDigest.getInstance(algorithm).digest(bytes);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java has " + algorithm, missing);
        }
    }
}
