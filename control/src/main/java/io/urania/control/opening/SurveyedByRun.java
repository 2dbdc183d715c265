package io.urania.control.opening;

import io.urania.artifacts.ArtifactException;
import io.urania.cluster.operation.ClusterStatus;
import io.urania.cluster.preflight.Finding;
import io.urania.control.stage.PlannedRun;
import io.urania.control.stage.SurveyedRun;
import io.urania.engine.plan.Scope;
import java.io.IOException;
import java.util.List;

/** Hosts that have answered to a run, which has their leases. */
record SurveyedByRun(SurveyedHosts surveyed) implements SurveyedRun {

    @Override
    public List<String> rules() {
        return surveyed.rules();
    }

    @Override
    public List<Finding> findings() {
        return surveyed.findings();
    }

    @Override
    public ClusterStatus status() {
        return surveyed.installation().status(surveyed.book());
    }

    @Override
    public void handOut() throws IOException, ArtifactException {
        surveyed.installation().handOut(surveyed.book());
    }

    @Override
    public PlannedRun plan(Scope scope) {
        return new PlannedByRun(surveyed, surveyed.part(scope));
    }
}
