package io.urania.inventory.yaml;

import io.urania.inventory.problem.Problem;

/** A document that cannot be read any further. */
final class UnreadableYamlException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    UnreadableYamlException(Problem problem) {
        super(problem.toString());
        this.problem = problem;
    }

    Problem problem() {
        return problem;
    }
}
