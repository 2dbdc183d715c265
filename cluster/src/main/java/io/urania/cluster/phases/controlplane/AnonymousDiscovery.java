package io.urania.cluster.phases.controlplane;

import io.urania.cluster.phase.Deployment;
import io.urania.cluster.spec.NodeSpec;
import io.urania.engine.batch.Operation;
import io.urania.engine.fact.Question;
import io.urania.engine.plan.Action;
import io.urania.engine.plan.Difference;
import io.urania.engine.plan.Planning;
import io.urania.engine.plan.TaskId;
import io.urania.engine.plan.Work;
import io.urania.engine.shell.Shell;
import java.util.List;
import java.util.Optional;

/**
 * Nobody without credentials may read how a node finds the cluster. Nodes that Urania joins find it by a kubeconfig that pins its authority.
 *
 * @param initialised the task that makes the cluster, and lets everybody read it
 */
record AnonymousDiscovery(Deployment deployment, NodeSpec node, TaskId initialised) implements Work {

    static final String NAME = "anonymous discovery";

    private String kubectl() {
        return deployment.artifacts().programs() + "/kubectl";
    }

    @Override
    public List<Question<?>> questions() {
        return List.of(DiscoveryBindingProbe.question(kubectl()));
    }

    @Override
    public Optional<Difference> difference(Planning planning) {
        if (!planning.isChanging(initialised) && !planning.facts().answer(DiscoveryBindingProbe.question(kubectl()))) {
            return Optional.empty();
        }
        return Optional.of(Difference.of(
                Action.REMOVE,
                "stop anonymous requests from reading cluster-info",
                "RoleBinding kubeadm:bootstrap-signer-clusterinfo",
                "absent",
                Operation.of(Shell.quote(kubectl()) + " --kubeconfig=/etc/kubernetes/admin.conf delete "
                        + DiscoveryBindingProbe.BINDING + " --ignore-not-found\n")));
    }
}
