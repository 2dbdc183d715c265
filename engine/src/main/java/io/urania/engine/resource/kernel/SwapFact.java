package io.urania.engine.resource.kernel;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Swap of a host.
 *
 * @param areas in use now
 * @param atBoot what switches swap on at the next boot: a line of fstab(5), a unit, a program's configuration; each as people know it
 */
public record SwapFact(List<String> areas, List<String> atBoot) {
    /** A host without swap, now and at boot. */
    public static final SwapFact NONE = new SwapFact(List.of(), List.of());

    public SwapFact {
        areas = List.copyOf(areas);
        atBoot = List.copyOf(atBoot);
    }

    /** Whether there is none, now and at boot. */
    public boolean isOff() {
        return areas.isEmpty() && atBoot.isEmpty();
    }

    @Override
    public String toString() {
        return Stream.concat(areas.stream(), atBoot.stream().map(source -> "at boot by " + source))
                .collect(Collectors.joining(", "));
    }
}
