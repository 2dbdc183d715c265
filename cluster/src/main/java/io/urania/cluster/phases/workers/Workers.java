package io.urania.cluster.phases.workers;

import io.urania.cluster.leftover.Leftover;
import io.urania.cluster.phase.BaseImages;
import io.urania.cluster.phase.Deployment;
import io.urania.cluster.phase.Phase;
import io.urania.cluster.phase.PhaseDescription;
import io.urania.cluster.phase.PhaseDescription.Topic;
import io.urania.cluster.phase.Place;
import io.urania.cluster.phase.Tasks;
import io.urania.cluster.phases.balancer.LoadBalancer;
import io.urania.cluster.phases.controlplane.AdmissionEnd;
import io.urania.cluster.phases.controlplane.ControlPlane;
import io.urania.cluster.phases.controlplane.Kubelets;
import io.urania.cluster.phases.controlplane.NodeJoin;
import io.urania.cluster.phases.runtime.NodeImages;
import io.urania.cluster.spec.ClusterSpec;
import io.urania.cluster.spec.NodeSpec;
import io.urania.cluster.variable.rows.BalancerVariables;
import io.urania.cluster.variable.rows.DeploymentVariables;
import io.urania.cluster.variable.rows.NodeVariables;
import io.urania.engine.plan.Lane;
import io.urania.engine.plan.TaskId;
import io.urania.engine.resource.service.ShutdownDelay;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The workers join, all at once; then every node gets the labels and taints it may not give itself. */
public final class Workers implements Phase {

    /** The chapter in words. */
    public static final PhaseDescription DESCRIPTION = PhaseDescription.of(
                    "workers",
                    List.of(Place.WORKERS, Place.CONTROL_PLANE),
                    "The other nodes join in parallel; then every node gets, through the API, the labels and taints that it must"
                            + " not set itself, and the join credentials are removed.")
            .reading(Kubelets.variables(NodeVariables.LABELS, NodeVariables.TAINTS, BalancerVariables.PORT))
            .with(Topic.PROGRAMS, List.of("kubeadm", "kubelet"))
            .with(
                    Topic.FILES,
                    List.of(
                            "/etc/kubernetes/kubelet.yaml",
                            "/etc/systemd/system/kubelet.service",
                            ShutdownDelay.FILE,
                            Kubelets.CREDENTIALS,
                            "/etc/kubernetes/*.conf"))
            .with(Topic.UNITS, List.of("kubelet.service"))
            .with(Topic.PORTS, List.of("10250: kubelet"));

    @Override
    public PhaseDescription description() {
        return DESCRIPTION;
    }

    @Override
    public Map<Place, List<Leftover>> leftovers(ClusterSpec spec) {
        return Kubelets.leftovers(spec);
    }

    @Override
    public void declare(Deployment deployment, Tasks tasks) {
        ClusterSpec spec = deployment.spec();
        TaskId initialised = ControlPlane.initialised(spec);
        for (NodeSpec node : spec.workers()) {
            List<TaskId> ready = new ArrayList<>(Kubelets.declareFiles(deployment, node, tasks));
            ready.addAll(LoadBalancer.ready(spec, node.host()));
            ready.add(NodeImages.ready(deployment, node, BaseImages.PAUSE));
            ready.addAll(ControlPlane.admitting(spec));
            NodeJoin join = new NodeJoin(deployment, node, initialised);
            TaskId joined = tasks.because(DeploymentVariables.KUBERNETES_VERSION)
                    .add(node.host(), Lane.SYSTEM, NodeJoin.NAME, join, ready);
            Kubelets.declareService(deployment, node, List.of(joined), tasks);
        }
        for (NodeSpec node : spec.controlPlane()) {
            tasks.because(DeploymentVariables.KUBERNETES_VERSION)
                    .add(
                            node.host(),
                            Lane.API,
                            AdmissionEnd.NAME,
                            new AdmissionEnd(deployment, node),
                            AdmissionEnd.needs(spec));
        }
        for (NodeSpec node : spec.nodes()) {
            NodeLabelsAndTaints marks = new NodeLabelsAndTaints(
                    node,
                    deployment.versions().controlPlane(),
                    deployment.artifacts().programs(),
                    deployment.view());
            List<TaskId> needs = new ArrayList<>(ControlPlane.administrable(spec));
            needs.add(ControlPlane.joined(node));
            tasks.becauseOf(node.host(), NodeVariables.LABELS, NodeVariables.TAINTS)
                    .add(spec.firstControlPlane().host(), Lane.API, marks.name(), marks, needs);
        }
    }
}
