package io.urania.cluster.phases.network;

import io.urania.cluster.manifest.Manifest;
import io.urania.cluster.observation.ClusterView;
import io.urania.cluster.phase.ClusterManifests;
import io.urania.cluster.phase.Deployment;
import io.urania.cluster.phase.Phase;
import io.urania.cluster.phase.Tasks;
import io.urania.cluster.phases.controlplane.ControlPlane;
import io.urania.cluster.variable.NetworkVariables;
import io.urania.engine.plan.TaskId;
import java.util.List;

/** kube-proxy and flannel: applied as soon as there is a cluster, so that they start on each node when it joins. */
public final class PodNetwork implements Phase {

    private final ClusterView view;

    public PodNetwork(ClusterView view) {
        this.view = view;
    }

    /** The manifests of this chapter. */
    public static List<Manifest> manifests(Deployment deployment) {
        return Manifests.of(deployment);
    }

    @Override
    public String title() {
        return "network";
    }

    @Override
    public void declare(Deployment deployment, Tasks tasks) {
        List<TaskId> needs = ControlPlane.administrable(deployment.spec());
        ClusterManifests manifests = new ClusterManifests(deployment, view);
        Tasks asked = tasks.because(
                NetworkVariables.PLUGIN,
                NetworkVariables.PODS,
                NetworkVariables.FLANNEL_BACKEND,
                NetworkVariables.FLANNEL_INTERFACE,
                NetworkVariables.PROXY_MODE);
        Manifests.of(deployment).forEach(manifest -> manifests.declare(manifest, needs, asked));
    }
}
