package io.urania.inventory.text;

import io.urania.inventory.problem.Problem;

/** A text that cannot be read any further. */
public final class UnreadableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    public UnreadableException(Problem problem) {
        super(problem.toString());
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
