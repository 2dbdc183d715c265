package io.urania.cluster.system;

import io.urania.artifacts.Architecture;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * A release of a system.
 *
 * @param version {@code VERSION_ID} in os-release(5); empty for a system that is always the newest
 * @param words what people call it: {@code 12 (bookworm)}
 * @param architectures of its programs, those that somebody makes for machines of a cluster
 * @param refusal why nothing is installed on it; empty if it is supported
 */
public record Release(String version, String words, Set<Architecture> architectures, Optional<Unsupported> refusal) {

    public Release {
        architectures = Set.copyOf(architectures);
    }

    /** One that is supported. */
    public static Release of(String version, String words, Architecture first, Architecture... others) {
        return new Release(version, words, EnumSet.of(first, others), Optional.empty());
    }

    /** The same release, refused. */
    public Release refused(String why, String remedy) {
        return new Release(version, words, architectures, Optional.of(new Unsupported(why, remedy)));
    }

    /** Whether its version is that one or a later one; a system that is always the newest has every version. */
    public boolean isFrom(String other) {
        return version.isEmpty() || compare(version, other) >= 0;
    }

    /** Compares versions by their numbers; what is no number is the smallest. */
    static int compare(String one, String other) {
        return Arrays.compare(numbers(one), numbers(other));
    }

    private static int[] numbers(String version) {
        return Arrays.stream(version.split("\\.", -1))
                .mapToInt(part -> part.matches("\\d{1,8}") ? Integer.parseInt(part) : -1)
                .toArray();
    }
}
