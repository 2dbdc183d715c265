package io.urania.cluster.phases.network;

import io.urania.cluster.manifest.Manifest;
import io.urania.cluster.phase.ClusterDesign;
import io.urania.cluster.phase.ClusterManifests;
import io.urania.cluster.phase.Deployment;
import io.urania.cluster.phase.Phase;
import io.urania.cluster.phase.PhaseDescription;
import io.urania.cluster.phase.PhaseDescription.Topic;
import io.urania.cluster.phase.Place;
import io.urania.cluster.phase.Tasks;
import io.urania.cluster.phases.controlplane.ControlPlane;
import io.urania.cluster.variable.rows.ApiServerVariables;
import io.urania.cluster.variable.rows.ContainerVariables;
import io.urania.cluster.variable.rows.NetworkVariables;
import io.urania.engine.plan.TaskId;
import java.util.List;

/** kube-proxy and flannel: applied as soon as there is a cluster, so that they start on each node when it joins. */
public final class PodNetwork implements Phase {

    /** The chapter in words. */
    public static final PhaseDescription DESCRIPTION = PhaseDescription.of(
                    "network",
                    List.of(Place.FIRST_CONTROL_PLANE),
                    "kube-proxy makes services reachable, flannel makes pods reachable across nodes. Both are applied as soon as"
                            + " there is a cluster, so that they start on each node when it joins.")
            .reading(List.of(
                    NetworkVariables.PLUGIN,
                    NetworkVariables.PODS,
                    NetworkVariables.FLANNEL_BACKEND,
                    NetworkVariables.VXLAN_IDENTIFIER,
                    NetworkVariables.VXLAN_PORT,
                    NetworkVariables.FLANNEL_INTERFACE,
                    NetworkVariables.PROXY_MODE,
                    NetworkVariables.STRICT_ARP,
                    NetworkVariables.NODE_PORT_ADDRESSES,
                    NetworkVariables.CONNTRACK_MAX_PER_CORE,
                    ApiServerVariables.LOG_LEVEL,
                    ContainerVariables.IMAGE_PULL_POLICY))
            .with(Topic.PORTS, List.of("flannel_vxlan_port (UDP): packets between nodes"))
            .with(Topic.OBJECTS, List.of("kube-proxy", "flannel"));

    /** The manifests of this chapter. */
    public static List<Manifest> manifests(ClusterDesign design) {
        return Manifests.of(design);
    }

    @Override
    public PhaseDescription description() {
        return DESCRIPTION;
    }

    @Override
    public void declare(Deployment deployment, Tasks tasks) {
        List<TaskId> needs = ControlPlane.administrable(deployment.spec());
        ClusterManifests manifests = new ClusterManifests(deployment);
        Tasks asked = tasks.because(
                NetworkVariables.PLUGIN,
                NetworkVariables.PODS,
                NetworkVariables.FLANNEL_BACKEND,
                NetworkVariables.FLANNEL_INTERFACE,
                NetworkVariables.PROXY_MODE);
        Manifests.of(deployment.design()).forEach(manifest -> manifests.declare(manifest, needs, asked));
    }
}
