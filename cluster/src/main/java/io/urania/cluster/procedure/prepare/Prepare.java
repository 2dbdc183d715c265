package io.urania.cluster.procedure.prepare;

import io.urania.cluster.checklist.Checklist;
import io.urania.cluster.phase.Groundwork;
import io.urania.cluster.phase.PhaseDescription;
import io.urania.cluster.phases.Phases;
import io.urania.cluster.phases.host.HostPreparation;
import io.urania.cluster.preflight.Finding;
import io.urania.cluster.procedure.CheckedTasks;
import io.urania.cluster.procedure.Procedure;
import io.urania.cluster.variable.Origins;
import io.urania.engine.fact.FactBook;
import io.urania.engine.fact.Question;
import io.urania.engine.plan.Plan;
import io.urania.engine.plan.Task;
import java.util.List;
import java.util.Map;

/** Prepares hosts: the first chapter of an apply, for which nothing is needed but the inventory. */
public final class Prepare implements Procedure {

    private final CheckedTasks checked;

    /**
     * A preparation of all hosts.
     *
     * @param origins where the inventory asks for what is to be so
     */
    public Prepare(Groundwork ground, Origins origins) {
        List<Task> tasks = Phases.preparation(ground, origins);
        this.checked = new CheckedTasks(ground.spec(), ground.view(), tasks, Checklist.ofHosts(ground.spec(), tasks));
    }

    @Override
    public String name() {
        return "prepare";
    }

    @Override
    public List<PhaseDescription> phases() {
        return List.of(HostPreparation.DESCRIPTION);
    }

    @Override
    public Map<String, List<Question<?>>> questions() {
        return checked.questions();
    }

    @Override
    public List<Finding> findings(FactBook book) {
        return checked.findings(book);
    }

    @Override
    public Plan plan(FactBook book) {
        return checked.plan(book);
    }

    @Override
    public void keepSecrets() {
        // There are none.
    }

    /** Every change sees itself whether it has worked. */
    @Override
    public Plan verification() {
        return new Plan(List.of(), 0);
    }
}
