package io.urania.cluster.phases.workers;

import io.urania.artifacts.version.ControlPlaneNames;
import io.urania.cluster.observation.ClusterView;
import io.urania.cluster.observation.NodeFact;
import io.urania.cluster.spec.NodeSpec;
import io.urania.cluster.value.Taint;
import io.urania.cluster.value.TaintEffect;
import io.urania.engine.batch.Operation;
import io.urania.engine.fact.Question;
import io.urania.engine.plan.Action;
import io.urania.engine.plan.Difference;
import io.urania.engine.plan.Planning;
import io.urania.engine.plan.RetryPolicy;
import io.urania.engine.plan.Work;
import io.urania.engine.shell.Shell;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A node's labels and taints, set through the API: a kubelet may not give its own node a role (admission plugin
 * NodeRestriction). Marks that others have set are left alone, but for kubeadm's taint of a control plane node that is to run pods.
 *
 * <p>kubeadm gives a control plane node marks of its own when it has joined. A node that has none of them gets them here: a
 * join that was cut off just before leaves a node that lacks nothing else.
 *
 * @param kubeadm the marks of control plane nodes in this version of Kubernetes
 * @param programs directory of programs on the control plane host where kubectl runs
 */
record NodeLabelsAndTaints(NodeSpec node, ControlPlaneNames kubeadm, String programs, ClusterView view)
        implements Work {

    /** It waits two minutes itself; the API may be away for a moment. */
    private static final RetryPolicy PATIENCE = new RetryPolicy(Duration.ZERO, 3);

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
        NavigableMap<String, String> labels = new TreeMap<>(known.isPresent() ? node.labels() : node.roleLabels());
        List<String> wanted =
                new ArrayList<>(node.taints().stream().map(Taint::toString).toList());
        if (known.filter(this::isUnfinished).isPresent()) {
            kubeadm.labels().forEach(label -> labels.putIfAbsent(label, ""));
            if (!node.runsPods()) {
                wanted.addAll(kubeadmTaints());
            }
        }
        known.ifPresent(fact -> labels.entrySet().removeAll(fact.labels().entrySet()));
        List<String> taints = wanted.stream()
                .filter(taint ->
                        known.filter(fact -> fact.taints().contains(taint)).isEmpty())
                .toList();
        List<String> unwanted = kubeadmTaints().stream()
                .filter(taint -> node.runsPods()
                        && known.filter(fact -> fact.taints().contains(taint)).isPresent())
                .filter(taint -> !wanted.contains(taint))
                .toList();
        if (labels.isEmpty() && taints.isEmpty() && unwanted.isEmpty()) {
            return Optional.empty();
        }
        List<String> marks = labels.entrySet().stream()
                .map(label -> label.getKey() + "=" + label.getValue())
                .toList();
        List<String> all = new ArrayList<>(marks);
        all.addAll(taints);
        List<String> changed = new ArrayList<>(taints);
        unwanted.forEach(taint -> changed.add(taint + "-"));
        return Optional.of(Difference.of(
                        known.isPresent() ? Action.CHANGE : Action.CREATE,
                        title(),
                        unwanted.isEmpty() ? "not set" : "taint " + String.join(" ", unwanted),
                        all.isEmpty() ? "no such taint" : String.join(" ", all),
                        operation(marks, changed))
                .with(PATIENCE));
    }

    private List<String> kubeadmTaints() {
        return kubeadm.taints().stream()
                .map(taint -> new Taint(taint, "", TaintEffect.NO_SCHEDULE).toString())
                .toList();
    }

    /** kubeadm sets all of its marks at once; one that somebody has taken from a finished node stays away. */
    private boolean isUnfinished(NodeFact fact) {
        return node.controlPlane()
                && kubeadm.labels().stream().noneMatch(label -> fact.labels().containsKey(label));
    }

    private String title() {
        String roles = node.roles().isEmpty() ? "" : " as " + String.join(", ", node.roles());
        return "mark " + node.host().shortName() + roles;
    }

    /** kubeadm join ends when the kubelet has its certificate; that it registers its node may take it some time more. */
    private Operation operation(List<String> labels, List<String> taints) {
        StringBuilder script =
                new StringBuilder("""
                kubectl() { %s --kubeconfig=/etc/kubernetes/admin.conf "$@"; }
                node=%s
                deadline=$(($(date +%%s) + 300))
                until said=$(kubectl get node "$node" --output=name 2>&1); do
                    if [ "$(date +%%s)" -ge "$deadline" ]; then
                        echo "the kubelet of $node has not registered its node within 300 seconds: $said"
                        exit 1
                    fi
                    if asked_to_stop; then
                        echo "stopped waiting for the kubelet of $node because the run is ending"
                        exit 1
                    fi
                    waiting_for "the kubelet of $node to register its node"
                    sleep 1
                done
                waiting_for
                """.formatted(Shell.quote(programs + "/kubectl"), Shell.quote(node.name())));
        if (!labels.isEmpty()) {
            script.append("kubectl label node \"$node\" --overwrite ")
                    .append(Shell.words(labels))
                    .append('\n');
        }
        if (!taints.isEmpty()) {
            script.append("kubectl taint node \"$node\" --overwrite ")
                    .append(Shell.words(taints))
                    .append('\n');
        }
        return Operation.of(script.toString());
    }
}
