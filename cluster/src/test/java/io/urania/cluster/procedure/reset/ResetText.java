package io.urania.cluster.procedure.reset;

import io.urania.cluster.spec.ClusterSpec;
import io.urania.engine.fact.FactBook;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A reset as it is carried out. */
public final class ResetText {

    private ResetText() {}

    /** The lines of all its scripts. */
    public static List<String> of(ClusterSpec spec) {
        return new Reset(spec)
                .plan(new FactBook(Map.of())).changes().stream()
                        .map(change -> change.difference().operation().apply(_ -> Optional.empty()))
                        .flatMap(operation -> operation.script().lines())
                        .toList();
    }
}
