package io.urania.cluster.kubernetes;

import io.urania.cluster.variable.Lifetime;
import io.urania.engine.text.ResourceText;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Names of one kind, each with the minor versions of Kubernetes that have it. A program does not start with one that it does not know. The
 * resources name their sources; their lines are a name, its first minor version, its last one, and its {@link Lock} if it has one.
 *
 * @param kind what has these names, in the singular: {@code feature gate}
 * @param locks of feature gates, by name
 */
public record KnownNames(String kind, Map<String, Lifetime> lifetimes, Map<String, Lock> locks) {

    /** An end of a lifetime that is outside the versions that the resources were made from. */
    private static final String OPEN = "-";

    private static final String MAJOR = "1.";

    public KnownNames {
        lifetimes = Collections.unmodifiableMap(new TreeMap<>(lifetimes));
        locks = Map.copyOf(locks);
    }

    /** Feature gates of all programs together. */
    public static KnownNames featureGates() {
        return read("feature gate", "feature-gates.txt");
    }

    /** Admission plugins of the API server. */
    public static KnownNames admissionPlugins() {
        return read("admission plugin", "admission-plugins.txt");
    }

    /** The versions that have a name; empty if none is known to have it. */
    public Optional<Lifetime> lifetime(String name) {
        return Optional.ofNullable(lifetimes.get(name));
    }

    /** From when on it has one value only, if that comes. */
    public Optional<Lock> lock(String name) {
        return Optional.ofNullable(locks.get(name));
    }

    private static KnownNames read(String kind, String resource) {
        Map<String, Lifetime> lifetimes = new TreeMap<>();
        Map<String, Lock> locks = new TreeMap<>();
        ResourceText.beside(KnownNames.class, resource)
                .lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> List.of(line.split(" ", -1)))
                .forEach(words -> {
                    lifetimes.put(
                            words.get(0),
                            new Lifetime(
                                    end(words.get(1), Lifetime.ALWAYS.since()),
                                    end(words.get(2), Lifetime.ALWAYS.until())));
                    words.stream().skip(3).forEach(lock -> locks.put(words.get(0), lockOf(lock)));
                });
        return new KnownNames(kind, lifetimes, locks);
    }

    /** {@code 1.34=true}. */
    private static Lock lockOf(String word) {
        String[] parts = word.split("=", 2);
        return new Lock(end(parts[0], Lifetime.ALWAYS.since()), Boolean.parseBoolean(parts[1]));
    }

    private static int end(String word, int open) {
        return word.equals(OPEN) ? open : Integer.parseInt(word.substring(MAJOR.length()));
    }
}
