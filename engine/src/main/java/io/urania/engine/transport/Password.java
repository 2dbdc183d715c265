package io.urania.engine.transport;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;

/** A password. Its {@link #toString} tells nothing of it; it travels on standard input or inside SSH, nowhere else. */
public final class Password {

    private final byte[] bytes;

    private Password(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * A password of one line.
     *
     * @throws IllegalArgumentException if it has a line end, which ends a password wherever one is typed
     */
    public static Password of(String text) {
        if (text.indexOf('\n') >= 0 || text.indexOf('\r') >= 0) {
            throw new IllegalArgumentException("a password must not contain line breaks");
        }
        return new Password(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The password in UTF-8. */
    public byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Password password && MessageDigest.isEqual(bytes, password.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return "[redacted]";
    }
}
