package io.urania.control.opening;

import io.urania.artifacts.ArtifactException;
import io.urania.cluster.operation.ClusterStatus;
import io.urania.cluster.operation.Installation;
import io.urania.cluster.preflight.Finding;
import io.urania.control.failure.Refusal;
import io.urania.control.opening.Preparation.Prepared;
import io.urania.control.stage.Answers;
import io.urania.control.stage.PartOfPlan;
import io.urania.control.stage.SurveyedRun;
import io.urania.engine.fact.FactBook;
import io.urania.engine.plan.Scope;
import java.io.IOException;
import java.util.List;

/**
 * Hosts that have all answered, with the installation that they were asked for.
 *
 * @param hosts how many there are
 */
record SurveyedHosts(Installation installation, FactBook book, int hosts) implements SurveyedRun {

    /**
     * What was gathered of all hosts.
     *
     * @throws Refusal if some have not answered
     */
    static SurveyedHosts of(Prepared prepared, List<String> hosts) throws Refusal {
        return new SurveyedHosts(
                prepared.installation(), Answers.complete(prepared.gathered(), hosts.size()), hosts.size());
    }

    @Override
    public List<Finding> findings() {
        return installation.preflight(book);
    }

    @Override
    public List<String> phases() {
        return installation.phases();
    }

    @Override
    public ClusterStatus status() {
        return installation.status(book);
    }

    @Override
    public void handOut() throws IOException, ArtifactException {
        installation.handOut(book);
    }

    @Override
    public PlannedOnHosts plan(Scope scope) {
        return new PlannedOnHosts(this, PartOfPlan.of(scope, installation.plan(book)));
    }

    /** The same hosts, of which more is known. */
    SurveyedHosts with(FactBook more) {
        return new SurveyedHosts(installation, book.with(more), hosts);
    }
}
