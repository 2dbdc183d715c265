package io.urania.control.opening;

import io.urania.artifacts.ArtifactException;
import io.urania.cluster.operation.ClusterStatus;
import io.urania.cluster.operation.Installation;
import io.urania.control.failure.Refusal;
import io.urania.control.stage.PartOfPlan;
import io.urania.control.stage.PlannedRun;
import io.urania.engine.run.Report;
import io.urania.engine.transport.TransportException;
import java.io.IOException;

/**
 * A plan of a run that has the leases of its hosts.
 *
 * @param surveyed what it was made from
 */
record PlannedByRun(SurveyedHosts surveyed, PartOfPlan part) implements PlannedRun {

    @Override
    public PlannedRun detailed() throws Refusal, InterruptedException {
        SurveyedHosts asked = surveyed.asked(part);
        return new PlannedByRun(asked, asked.part(part.scope()));
    }

    @Override
    public Report carryOut() throws IOException, InterruptedException {
        return installation().run(plan());
    }

    @Override
    public Report verify() throws InterruptedException {
        return installation().verify();
    }

    @Override
    public ClusterStatus status() throws InterruptedException {
        return installation().survey();
    }

    @Override
    public void handOut() throws IOException, TransportException, InterruptedException, ArtifactException {
        installation().handOut();
    }

    private Installation installation() {
        return surveyed.installation();
    }
}
