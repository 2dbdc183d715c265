package io.urania.cluster.value;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** A text that must not be shown: its {@link #toString} tells nothing of it. {@link #reveal} is called only where the text is used. */
public final class Secret {
    private final String text;

    private Secret(String text) {
        this.text = text;
    }

    public static Secret of(String text) {
        return new Secret(text);
    }

    /** The text itself: for the standard input of a command or a file of mode 0600, never for an argument, a log or an event. */
    public String reveal() {
        return text;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Secret secret
                && MessageDigest.isEqual(
                        text.getBytes(StandardCharsets.UTF_8), secret.text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return "[redacted]";
    }
}
