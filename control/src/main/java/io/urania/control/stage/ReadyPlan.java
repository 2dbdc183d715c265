package io.urania.control.stage;

import io.urania.engine.plan.Plan;
import io.urania.engine.run.Report;
import java.io.IOException;

/** A plan that may be carried out: its run has the lock and the leases. */
public interface ReadyPlan {

    Plan plan();

    /**
     * Carries it out.
     *
     * @throws IOException if the secrets that it makes cannot be kept on this machine; then nothing is changed
     */
    Report carryOut() throws IOException, InterruptedException;
}
