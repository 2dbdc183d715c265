package io.urania.control.opening;

import io.urania.artifacts.ArtifactException;
import io.urania.cluster.operation.Cluster;
import io.urania.cluster.preflight.Finding;
import io.urania.cluster.procedure.Procedure;
import io.urania.control.failure.Refusal;
import io.urania.control.stage.Answers;
import io.urania.control.stage.OpenedPreparation;
import io.urania.control.stage.ReadyPreparation;
import io.urania.engine.fact.FactBook;
import io.urania.engine.plan.Plan;
import io.urania.engine.run.FactGathering.Gathered;
import io.urania.engine.run.Report;
import java.io.IOException;
import java.util.List;

/** A run that prepares hosts over real connections. */
final class PreparingRun extends RunOnHosts implements OpenedPreparation {

    private final Survey survey;
    private final Procedure prepare;

    PreparingRun(Held held, Survey survey, Procedure prepare, CloseableStack resources) {
        super(held, resources);
        this.survey = survey;
        this.prepare = prepare;
    }

    @Override
    public ReadyPreparation survey() throws Refusal, ArtifactException, IOException, InterruptedException {
        Gathered gathered = lease().<Gathered>gather(_ -> survey.introducing(
                cluster().targets(),
                () -> cluster().ask(prepare, lease().leases().taking())));
        FactBook book = Answers.complete(gathered, hosts().size());
        return new Preparing(cluster(), prepare, prepare.findings(book), prepare.plan(book));
    }

    private record Preparing(Cluster cluster, Procedure prepare, List<Finding> findings, Plan plan)
            implements ReadyPreparation {

        @Override
        public Report carryOut() throws IOException, InterruptedException {
            return cluster.carryOut(prepare, plan);
        }
    }
}
