package io.urania.cli.failure;

import io.urania.inventory.problem.Position;
import io.urania.inventory.problem.Problem;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Problems of an inventory in the order in which a person meets them. */
public final class ProblemList {

    private static final Comparator<Problem> BY_PLACE =
            Comparator.comparing(Problem::position, Comparator.nullsFirst(Comparator.<Position>naturalOrder()));

    private ProblemList() {}

    /** Those without a place first, then by file, line and column. */
    public static List<Problem> sorted(Collection<Problem> problems) {
        return problems.stream().sorted(BY_PLACE).toList();
    }
}
