package io.urania.control.stage;

import io.urania.artifacts.ArtifactException;
import io.urania.cluster.operation.ClusterStatus;
import io.urania.control.failure.Refusal;
import io.urania.engine.plan.Plan;
import io.urania.engine.run.Report;
import io.urania.engine.transport.TransportException;
import java.io.IOException;

/** What {@link Planned} is, by a run that may carry it out, and see what has come of it. */
public interface PlannedRun extends Planned, ReadyPlan {

    @Override
    default Plan plan() {
        return part().plan();
    }

    @Override
    PlannedRun detailed() throws Refusal, InterruptedException;

    /** Sees whether nodes, names, pods and services work; waits for minutes until they do. */
    Report verify() throws InterruptedException;

    /** How the cluster is now, and how far its hosts differ from the inventory. */
    ClusterStatus status() throws InterruptedException;

    /** Writes the administrator's kubeconfig and kubectl to this machine, as far as the inventory asks: of the cluster that is there now. */
    void handOut() throws IOException, TransportException, InterruptedException, ArtifactException;
}
