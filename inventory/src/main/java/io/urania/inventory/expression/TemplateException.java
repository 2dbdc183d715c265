package io.urania.inventory.expression;

import io.urania.inventory.problem.Problem;

/** A template that is wrong, or goes wrong. Unchecked within the renderer, which makes a checked exception of it. */
public class TemplateException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    public TemplateException(Problem problem) {
        super(problem.toString());
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
