package io.urania.control.opening;

import io.urania.cluster.operation.Cluster;
import io.urania.cluster.procedure.Procedure;
import io.urania.cluster.procedure.reset.Reset;
import io.urania.control.failure.Refusal;
import io.urania.control.stage.OpenedRemoval;
import io.urania.control.stage.ReadyPlan;
import io.urania.engine.plan.Plan;
import io.urania.engine.run.Report;
import java.io.IOException;

/** A run that takes a cluster away over real connections. */
final class RemovingRun extends RunOnHosts implements OpenedRemoval {

    RemovingRun(Held held, CloseableStack resources) {
        super(held, resources);
    }

    @Override
    public ReadyPlan plan() throws Refusal, InterruptedException {
        lease().take();
        Procedure reset = new Reset(cluster().spec());
        return new Removal(cluster(), reset, cluster().plan(reset));
    }

    private record Removal(Cluster cluster, Procedure reset, Plan plan) implements ReadyPlan {

        @Override
        public Report carryOut() throws IOException, InterruptedException {
            return cluster.carryOut(reset, plan);
        }
    }
}
