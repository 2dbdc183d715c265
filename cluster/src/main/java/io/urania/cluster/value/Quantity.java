package io.urania.cluster.value;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A Kubernetes resource quantity, such as {@code 128Mi}, {@code 500M} or {@code 250m}, kept as it was written.
 *
 * @param text number with an optional suffix (Kubernetes, {@code apimachinery/pkg/api/resource})
 */
public record Quantity(String text) {
    private static final Pattern SYNTAX = Pattern.compile("\\d+(?:\\.\\d+)?(?:[KMGTPE]i|[numkMGTPE]|[eE][+-]?\\d+)?");

    /**
     * @throws IllegalArgumentException if {@code text} is no quantity; see {@link #parse}
     */
    public Quantity {
        if (!SYNTAX.matcher(text).matches()) {
            throw new IllegalArgumentException("not a Kubernetes quantity");
        }
    }

    /** Reads a quantity, or nothing if Kubernetes would not take the text. */
    public static Optional<Quantity> parse(String text) {
        String stripped = text.strip();
        return SYNTAX.matcher(stripped).matches() ? Optional.of(new Quantity(stripped)) : Optional.empty();
    }

    @Override
    public String toString() {
        return text;
    }
}
