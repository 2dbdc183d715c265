package io.urania.cluster.value;

import java.util.Arrays;
import java.util.Optional;

/**
 * A mark on a node that keeps pods away which do not tolerate it.
 *
 * @param key qualified name, as a label's
 * @param value may be empty
 */
public record Taint(String key, String value, TaintEffect effect) {

    /** Reads {@code key=value:Effect} or {@code key:Effect}, or nothing if the text is no valid taint. */
    public static Optional<Taint> parse(String text) {
        int colon = text.lastIndexOf(':');
        if (colon < 1) {
            return Optional.empty();
        }
        String[] parts = text.substring(0, colon).split("=", 2);
        String value = parts.length == 2 ? parts[1] : "";
        if (LabelSyntax.problemOfKey(parts[0]).isPresent()
                || LabelSyntax.problemOfValue(value).isPresent()) {
            return Optional.empty();
        }
        String effect = text.substring(colon + 1);
        return Arrays.stream(TaintEffect.values())
                .filter(candidate -> candidate.word().equals(effect))
                .findFirst()
                .map(found -> new Taint(parts[0], value, found));
    }

    /** {@code key=value:Effect}, as kubectl and kubelet read it. */
    @Override
    public String toString() {
        return key + (value.isEmpty() ? "" : "=" + value) + ":" + effect.word();
    }
}
