package io.urania.control.opening;

import io.urania.control.failure.Refusal;
import io.urania.control.stage.PartOfPlan;
import io.urania.control.stage.Planned;

/**
 * A plan of somebody who only looks.
 *
 * @param surveyed what it was made from
 */
record PlannedOnHosts(SurveyedHosts surveyed, PartOfPlan part) implements Planned {

    @Override
    public Planned detailed() throws Refusal, InterruptedException {
        return surveyed.asked(part).plan(part.scope());
    }
}
