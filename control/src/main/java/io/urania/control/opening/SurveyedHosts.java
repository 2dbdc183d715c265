package io.urania.control.opening;

import io.urania.cluster.operation.Installation;
import io.urania.cluster.preflight.Finding;
import io.urania.control.failure.Refusal;
import io.urania.control.opening.Preparation.Prepared;
import io.urania.control.stage.Answers;
import io.urania.control.stage.PartOfPlan;
import io.urania.control.stage.Planned;
import io.urania.control.stage.Surveyed;
import io.urania.engine.fact.FactBook;
import io.urania.engine.plan.Scope;
import java.util.List;

/**
 * Hosts that have all answered, with the installation that they were asked for.
 *
 * @param hosts how many there are
 */
record SurveyedHosts(Installation installation, FactBook book, int hosts) implements Surveyed {

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
    public List<String> rules() {
        return installation.rules();
    }

    @Override
    public List<Finding> findings() {
        return installation.preflight(book);
    }

    @Override
    public Planned plan(Scope scope) {
        return new PlannedOnHosts(this, part(scope));
    }

    /** What is meant of the whole plan. */
    PartOfPlan part(Scope scope) {
        return PartOfPlan.of(scope, installation.plan(book));
    }

    /**
     * The same hosts, asked for what lets a plan tell more.
     *
     * @throws Refusal if some have not answered
     */
    SurveyedHosts asked(PartOfPlan part) throws Refusal, InterruptedException {
        FactBook more = Answers.complete(installation.details(part.plan()), hosts);
        return new SurveyedHosts(installation, book.with(more), hosts);
    }
}
