package io.urania.cluster.procedure.apply;

import io.urania.cluster.checklist.Checklist;
import io.urania.cluster.phase.Deployment;
import io.urania.cluster.phase.PhaseDescription;
import io.urania.cluster.phase.Tasks;
import io.urania.cluster.phases.Phases;
import io.urania.cluster.preflight.Finding;
import io.urania.cluster.preflight.Preflight;
import io.urania.cluster.preflight.Situation;
import io.urania.cluster.procedure.Procedure;
import io.urania.cluster.procedure.Surveying;
import io.urania.cluster.variable.Origins;
import io.urania.engine.fact.FactBook;
import io.urania.engine.fact.Question;
import io.urania.engine.plan.Plan;
import io.urania.engine.plan.Planner;
import io.urania.engine.plan.Task;
import io.urania.engine.plan.TaskGraph;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Makes the hosts what the inventory asks for. */
public final class Apply implements Procedure {

    private final Deployment deployment;
    private final List<Task> tasks;
    private final Preflight preflight;

    /**
     * An apply of everything.
     *
     * @param origins where the inventory asks for what is to be so
     */
    public Apply(Deployment deployment, Origins origins) {
        this.deployment = deployment;
        this.tasks = Tasks.of(Phases.ALL, deployment, origins);
        this.preflight = Checklist.of(deployment, tasks);
    }

    @Override
    public String name() {
        return "apply";
    }

    /** Those that have something to do on some host. */
    @Override
    public List<PhaseDescription> phases() {
        List<String> titles = tasks.stream().map(Task::phase).distinct().toList();
        return Phases.descriptions().stream()
                .filter(phase -> titles.contains(phase.title()))
                .toList();
    }

    @Override
    public Map<String, List<Question<?>>> questions() {
        return Surveying.questions(deployment.spec(), tasks, preflight);
    }

    /** The names of the rules by which it is judged whether it would work. */
    public List<String> rules() {
        return preflight.rules();
    }

    @Override
    public List<Finding> findings(FactBook book) {
        return preflight.findings(new Situation(deployment.spec(), deployment.view(), book));
    }

    @Override
    public Plan plan(FactBook book) {
        return Planner.plan(TaskGraph.of(tasks), book);
    }

    @Override
    public void keepSecrets() throws IOException {
        if (deployment.etcdCertificates().isPresent()) {
            deployment.etcdCertificates().get().keep();
        }
        deployment.encryptionKeys().keep();
    }

    @Override
    public Plan verification() {
        return Verification.plan(deployment.spec(), deployment.versions());
    }
}
