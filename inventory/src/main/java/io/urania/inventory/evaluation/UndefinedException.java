package io.urania.inventory.evaluation;

import io.urania.inventory.expression.TemplateException;
import io.urania.inventory.problem.Problem;

/** A template needs a value that is undefined. A variable whose template fails so is undefined itself. */
final class UndefinedException extends TemplateException {
    private static final long serialVersionUID = 1L;

    UndefinedException(Problem problem) {
        super(problem);
    }
}
