package io.urania.cluster.spec;

import io.urania.cluster.value.KubernetesProgram;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Flags of the control plane's programs that the inventory asks for, besides those that every cluster has.
 *
 * @param byProgram values by the names of flags, without dashes
 */
public record ProgramFlags(Map<KubernetesProgram, SortedMap<String, String>> byProgram) {

    public ProgramFlags {
        Map<KubernetesProgram, SortedMap<String, String>> copy = new EnumMap<>(KubernetesProgram.class);
        byProgram.forEach(
                (program, flags) -> copy.put(program, Collections.unmodifiableSortedMap(new TreeMap<>(flags))));
        byProgram = Collections.unmodifiableMap(copy);
    }

    /** The flags of one program. */
    public SortedMap<String, String> of(KubernetesProgram program) {
        return byProgram.getOrDefault(program, Collections.emptySortedMap());
    }
}
