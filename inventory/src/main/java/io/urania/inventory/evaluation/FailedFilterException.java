package io.urania.inventory.evaluation;

import io.urania.inventory.expression.TemplateException;
import io.urania.inventory.problem.Problem;

/** A filter failed. Ansible keeps such a failure until somebody looks at the filter's result. */
final class FailedFilterException extends TemplateException {
    private static final long serialVersionUID = 1L;

    FailedFilterException(Problem problem) {
        super(problem);
    }
}
