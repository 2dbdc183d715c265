package io.urania.inventory.problem;

import java.util.List;
import java.util.stream.Collectors;

/** An inventory that cannot be used, with everything found wrong with it. */
public final class InventoryException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    /**
     * Several problems told at once.
     *
     * @param problems at least one, in the order in which to tell them
     */
    public InventoryException(List<Problem> problems) {
        super(problems.stream().map(Problem::toString).collect(Collectors.joining(System.lineSeparator())));
        this.problems = List.copyOf(problems);
    }

    public InventoryException(Problem problem) {
        this(List.of(problem));
    }

    public List<Problem> problems() {
        return problems;
    }
}
