package io.urania.cluster.procedure.apply;

import io.urania.cluster.checklist.Checklist;
import io.urania.cluster.phase.Deployment;
import io.urania.cluster.phase.PhaseDescription;
import io.urania.cluster.phase.Tasks;
import io.urania.cluster.phases.Phases;
import io.urania.cluster.preflight.Finding;
import io.urania.cluster.procedure.CheckedTasks;
import io.urania.cluster.procedure.Procedure;
import io.urania.cluster.variable.Origins;
import io.urania.engine.fact.FactBook;
import io.urania.engine.fact.Question;
import io.urania.engine.plan.Plan;
import io.urania.engine.plan.Task;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Makes the hosts what the inventory asks for. */
public final class Apply implements Procedure {

    private final Deployment deployment;
    private final CheckedTasks checked;

    /**
     * An apply of everything.
     *
     * @param origins where the inventory asks for what is to be so
     */
    public Apply(Deployment deployment, Origins origins) {
        this.deployment = deployment;
        List<Task> tasks = Tasks.of(Phases.ALL, deployment, origins);
        this.checked = new CheckedTasks(deployment.spec(), deployment.view(), tasks, Checklist.of(deployment, tasks));
    }

    @Override
    public String name() {
        return "apply";
    }

    /** Those that have something to do on some host. */
    @Override
    public List<PhaseDescription> phases() {
        List<String> titles =
                checked.tasks().stream().map(Task::phase).distinct().toList();
        return Phases.descriptions().stream()
                .filter(phase -> titles.contains(phase.title()))
                .toList();
    }

    @Override
    public Map<String, List<Question<?>>> questions() {
        return checked.questions();
    }

    /** The names of the rules by which it is judged whether it would work. */
    public List<String> rules() {
        return checked.preflight().rules();
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
