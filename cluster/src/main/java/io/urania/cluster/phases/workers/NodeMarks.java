package io.urania.cluster.phases.workers;

import io.urania.cluster.observation.ClusterView;
import io.urania.cluster.observation.NodeFact;
import io.urania.cluster.spec.NodeSpec;
import io.urania.cluster.value.Taint;
import io.urania.engine.batch.Operation;
import io.urania.engine.fact.Question;
import io.urania.engine.plan.Difference;
import io.urania.engine.plan.Planning;
import io.urania.engine.plan.Work;
import io.urania.engine.shell.Shell;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A node's labels and taints, set through the API: a kubelet may not give its own node a role (admission plugin
 * NodeRestriction). Marks that others have set are left alone.
 *
 * @param programs directory of programs on the control plane host where kubectl runs
 */
record NodeMarks(NodeSpec node, String programs, ClusterView view) implements Work {

    String name() {
        return "marks of " + node.name();
    }

    @Override
    public List<Question<?>> questions() {
        return List.of(view.probe().question());
    }

    @Override
    public Optional<Difference> difference(Planning planning) {
        Optional<NodeFact> known = view.node(planning.book(), node.name());
        SortedMap<String, String> labels = new TreeMap<>(known.isPresent() ? node.labels() : node.roleLabels());
        known.ifPresent(fact -> labels.entrySet().removeAll(fact.labels().entrySet()));
        List<String> taints = node.taints().stream()
                .map(Taint::toString)
                .filter(taint ->
                        known.filter(fact -> fact.taints().contains(taint)).isEmpty())
                .toList();
        if (labels.isEmpty() && taints.isEmpty()) {
            return Optional.empty();
        }
        List<String> marks = new ArrayList<>();
        labels.forEach((key, value) -> marks.add(key + "=" + value));
        String after = String.join(" ", marks) + (taints.isEmpty() ? "" : " " + String.join(" ", taints));
        return Optional.of(Difference.of(
                "mark " + node.host().shortName() + " as " + String.join(", ", node.roles()),
                "not marked",
                after.strip(),
                operation(marks, taints)));
    }

    private Operation operation(List<String> labels, List<String> taints) {
        String kubectl = Shell.quote(programs + "/kubectl") + " --kubeconfig=/etc/kubernetes/admin.conf ";
        String script = "";
        if (!labels.isEmpty()) {
            script += kubectl + "label node " + Shell.quote(node.name()) + " --overwrite " + Shell.words(labels) + "\n";
        }
        if (!taints.isEmpty()) {
            script += kubectl + "taint node " + Shell.quote(node.name()) + " --overwrite " + Shell.words(taints) + "\n";
        }
        return Operation.of(script);
    }
}
