package io.urania.cluster.kubernetes;

import io.urania.cluster.variable.Lifetime;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Names of one kind, each with the minor versions of Kubernetes that have it. A program does not start with one that it does not know. The
 * resources name their sources; their lines are a name, its first minor version and its last one.
 *
 * @param kind what has these names, in the singular: {@code feature gate}
 */
public record KnownNames(String kind, Map<String, Lifetime> lifetimes) {

    /** An end of a lifetime that is outside the versions that the resources were made from. */
    private static final String OPEN = "-";

    private static final String MAJOR = "1.";

    public KnownNames {
        lifetimes = Collections.unmodifiableMap(new TreeMap<>(lifetimes));
    }

    /** Feature gates of all programs together. */
    public static KnownNames featureGates() {
        return new KnownNames("feature gate", read("feature-gates.txt"));
    }

    /** Admission plugins of the API server. */
    public static KnownNames admissionPlugins() {
        return new KnownNames("admission plugin", read("admission-plugins.txt"));
    }

    /** The versions that have a name; empty if none is known to have it. */
    public Optional<Lifetime> lifetime(String name) {
        return Optional.ofNullable(lifetimes.get(name));
    }

    /** Every name, sorted. */
    public Set<String> all() {
        return lifetimes.keySet();
    }

    private static Map<String, Lifetime> read(String resource) {
        Map<String, Lifetime> lifetimes = new TreeMap<>();
        InputStream stream = Objects.requireNonNull(KnownNames.class.getResourceAsStream(resource), resource);
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            lines.lines().filter(line -> !line.startsWith("#")).forEach(line -> {
                List<String> words = List.of(line.split(" ", -1));
                lifetimes.put(
                        words.get(0),
                        new Lifetime(
                                end(words.get(1), Lifetime.ALWAYS.since()),
                                end(words.get(2), Lifetime.ALWAYS.until())));
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return lifetimes;
    }

    private static int end(String word, int open) {
        return word.equals(OPEN) ? open : Integer.parseInt(word.substring(MAJOR.length()));
    }
}
