package io.urania.control.opening;

import io.urania.cluster.operation.Cluster;
import io.urania.control.failure.Refusal;
import io.urania.control.stage.OpenedRemoval;
import io.urania.control.stage.ReadyPlan;
import io.urania.engine.plan.Plan;
import io.urania.engine.run.Report;

/** A run that takes a cluster away over real connections. */
final class RemovingRun extends RunOnHosts implements OpenedRemoval {

    RemovingRun(Held held, CloseableStack resources) {
        super(held, resources);
    }

    @Override
    public ReadyPlan plan() throws Refusal, InterruptedException {
        lease().take();
        return new Removal(cluster(), cluster().resetPlan());
    }

    private record Removal(Cluster cluster, Plan plan) implements ReadyPlan {

        @Override
        public Report carryOut() throws InterruptedException {
            return cluster.run(plan);
        }
    }
}
