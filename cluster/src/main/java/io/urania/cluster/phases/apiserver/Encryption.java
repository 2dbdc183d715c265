package io.urania.cluster.phases.apiserver;

import io.urania.cluster.phase.Deployment;
import io.urania.cluster.phase.Tasks;
import io.urania.cluster.spec.ClusterSpec;
import io.urania.cluster.spec.NodeSpec;
import io.urania.cluster.variable.rows.EncryptionVariables;
import io.urania.engine.plan.Lane;
import io.urania.engine.plan.TaskId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** The tasks of encryption at rest, where the inventory asks for it. */
public final class Encryption {

    private Encryption() {}

    /** Declares what a control plane host needs before its API server starts. */
    public static void declareKeys(Deployment deployment, NodeSpec node, Tasks tasks) {
        if (isWanted(deployment.spec())) {
            declare(deployment, node, EncryptionStep.Kind.READ, List.of(), tasks);
        }
    }

    /** The tasks after which every API server has keys: none may store what another one cannot read. */
    public static List<TaskId> keysReady(ClusterSpec spec) {
        return isWanted(spec) ? all(spec, EncryptionStep.Kind.READ.task()) : List.of();
    }

    /**
     * Declares what comes after that, on all control plane hosts.
     *
     * @param running the tasks after which all API servers run with their present flags
     */
    public static void declareRest(Deployment deployment, Collection<TaskId> running, Tasks tasks) {
        ClusterSpec spec = deployment.spec();
        if (!isWanted(spec)) {
            return;
        }
        List<TaskId> needs = new ArrayList<>(running);
        needs.addAll(keysReady(spec));
        spec.controlPlane().forEach(node -> declare(deployment, node, EncryptionStep.Kind.WRITE, needs, tasks));
        List<TaskId> written = all(spec, EncryptionStep.Kind.WRITE.task());
        spec.controlPlane()
                .forEach(node -> tasks.because(EncryptionVariables.ALL)
                        .add(
                                node.host(),
                                Lane.SYSTEM,
                                StoredObjects.NAME,
                                new StoredObjects(deployment, node),
                                written));
        List<TaskId> stored = all(spec, StoredObjects.NAME);
        spec.controlPlane().forEach(node -> declare(deployment, node, EncryptionStep.Kind.FORGET, stored, tasks));
    }

    private static boolean isWanted(ClusterSpec spec) {
        return spec.apiServer().encryption().isPresent();
    }

    private static List<TaskId> all(ClusterSpec spec, String name) {
        return spec.controlPlane().stream()
                .map(node -> new TaskId(node.name(), name))
                .toList();
    }

    private static void declare(
            Deployment deployment, NodeSpec node, EncryptionStep.Kind kind, List<TaskId> needs, Tasks tasks) {
        tasks.because(EncryptionVariables.ALL)
                .add(node.host(), Lane.SYSTEM, kind.task(), new EncryptionStep(deployment, node, kind), needs);
    }
}
