package io.urania.control.stage;

import io.urania.engine.plan.Plan;
import io.urania.engine.plan.Scope;

/**
 * What is shown or kept of a plan.
 *
 * @param scope which part is meant
 * @param plan the changes that are meant and those that they need
 * @param leftOut how many changes of the whole plan are in neither
 */
public record PartOfPlan(Scope scope, Plan plan, int leftOut) {

    /** That part of a plan. */
    public static PartOfPlan of(Scope scope, Plan whole) {
        Plan part = scope.of(whole);
        return new PartOfPlan(
                scope, part, whole.changes().size() - part.changes().size());
    }

    /** How many changes are there only because others need them. */
    public long needed() {
        return plan.changes().stream().filter(change -> !scope.names(change)).count();
    }
}
