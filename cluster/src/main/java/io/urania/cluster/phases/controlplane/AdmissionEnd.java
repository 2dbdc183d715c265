package io.urania.cluster.phases.controlplane;

import io.urania.cluster.observation.ClusterFact;
import io.urania.cluster.observation.ClusterProbe;
import io.urania.cluster.phase.BootstrapToken;
import io.urania.cluster.phase.Deployment;
import io.urania.cluster.spec.ClusterSpec;
import io.urania.cluster.spec.NodeSpec;
import io.urania.engine.batch.Operation;
import io.urania.engine.fact.FactBook;
import io.urania.engine.fact.Question;
import io.urania.engine.plan.Action;
import io.urania.engine.plan.Difference;
import io.urania.engine.plan.Planning;
import io.urania.engine.plan.State;
import io.urania.engine.plan.TaskId;
import io.urania.engine.plan.Work;
import io.urania.engine.shell.Shell;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Takes back what lets nodes in when the last one has joined, instead of two hours later: the token, and the control plane's keys, which
 * kubeadm keeps encrypted in the cluster. What a run that failed has left goes with the next one. Declared on every control plane host;
 * done by the one that admitted.
 */
public record AdmissionEnd(Deployment deployment, NodeSpec node) implements Work {

    /** The task's name. */
    public static final String NAME = "admit no more nodes";

    /** The resource, as kubectl names it, by which the cluster tells what is left. */
    public static final String KIND = "secret";

    private static final String LABEL = ClusterProbe.LABEL + "=" + ClusterProbe.LABEL_VALUE;

    @Override
    public List<Question<?>> questions() {
        return List.of(deployment.view().probe().question());
    }

    /** The tasks that let nodes in, and those of nodes that enter. */
    public static List<TaskId> needs(ClusterSpec spec) {
        List<TaskId> needs = new ArrayList<>(ControlPlane.admitting(spec));
        spec.nodes().forEach(node -> needs.add(ControlPlane.joined(node)));
        return needs;
    }

    @Override
    public Optional<Difference> difference(Planning planning) {
        FactBook book = planning.book();
        NodeSpec admitting =
                deployment.view().witness(book).orElse(deployment.spec().firstControlPlane());
        boolean isAdmitting = ControlPlane.admitting(deployment.spec()).stream().anyMatch(planning::isChanging);
        if (!admitting.equals(node) || !(isAdmitting || isLeft(book))) {
            return Optional.empty();
        }
        return Optional.of(Difference.of(
                Action.REMOVE,
                "remove the join credentials",
                State.words(
                        isAdmitting
                                ? "a bootstrap token and uploaded certificates for joining nodes"
                                : "a bootstrap token or uploaded certificates, left by an earlier run"),
                State.words("neither"),
                operation()));
    }

    private boolean isLeft(FactBook book) {
        return deployment.view().existing(book).map(ClusterFact.Answering::objects).stream()
                .flatMap(objects -> objects.keySet().stream())
                .anyMatch(AdmissionEnd::admits);
    }

    /** Whether an object with our label, {@code Kind namespace/name}, lets nodes in. */
    public static boolean admits(String object) {
        return object.startsWith("Secret kube-system/");
    }

    /** Lets the next run find what this one may leave. It is no more than that, so nothing depends on it. */
    static String marking(BootstrapToken token) {
        return "kubectl --kubeconfig=/etc/kubernetes/admin.conf label secret --namespace=kube-system --overwrite kubeadm-certs"
                + " bootstrap-token-" + token.id() + " " + LABEL + " >/dev/null || :";
    }

    private Operation operation() {
        return Operation.of("""
                ask() { %1$s --kubeconfig=/etc/kubernetes/admin.conf --namespace=kube-system "$@"; }
                # kubeadm ends the keys after two hours by a token of their own, which can do nothing else.
                owner=$(ask get secret kubeadm-certs --ignore-not-found --output=jsonpath='{.metadata.ownerReferences[*].name}')
                ask delete secret --ignore-not-found kubeadm-certs bootstrap-token-%2$s $owner
                ask delete secret --selector=%3$s --field-selector=type=bootstrap.kubernetes.io/token
                """.formatted(
                        Shell.quote(deployment.artifacts().programs() + "/kubectl"),
                        deployment.bootstrapToken().id(),
                        LABEL));
    }
}
