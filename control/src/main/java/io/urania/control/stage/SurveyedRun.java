package io.urania.control.stage;

import io.urania.artifacts.ArtifactException;
import io.urania.cluster.operation.ClusterStatus;
import io.urania.engine.plan.Scope;
import java.io.IOException;

/** What {@link Surveyed} is, of hosts that are this run's alone; these have told how the cluster is, too. */
public interface SurveyedRun extends Surveyed {

    /** How the cluster was when the hosts told. */
    ClusterStatus status();

    /** Writes the administrator's kubeconfig and kubectl to this machine, as far as the inventory asks: of a cluster that was there. */
    void handOut() throws IOException, ArtifactException;

    @Override
    PlannedRun plan(Scope scope);
}
