package io.urania.cluster.operation;

import io.urania.cluster.spec.ClusterSpec;
import java.util.List;
import java.util.Optional;

/** A reset as it is carried out. */
public final class ResetText {

    private ResetText() {}

    /** The lines of all its scripts. */
    public static List<String> of(ClusterSpec spec) {
        return Reset.plan(spec).changes().stream()
                .map(change -> change.difference().operation().apply(_ -> Optional.empty()))
                .flatMap(operation -> operation.script().lines())
                .toList();
    }
}
