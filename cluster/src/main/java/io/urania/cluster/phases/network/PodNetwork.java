package io.urania.cluster.phases.network;

import io.urania.cluster.manifest.Manifest;
import io.urania.cluster.observation.ClusterView;
import io.urania.cluster.phase.ClusterManifests;
import io.urania.cluster.phase.Deployment;
import io.urania.cluster.phase.Phase;
import io.urania.cluster.phase.PhaseDescription;
import io.urania.cluster.phase.PhaseDescription.Topic;
import io.urania.cluster.phase.Place;
import io.urania.cluster.phase.Tasks;
import io.urania.cluster.phases.controlplane.ControlPlane;
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
            .with(
                    Topic.VARIABLES,
                    List.of(
                            "kube_network_plugin",
                            "kube_pods_subnet",
                            "flannel_backend_type",
                            "flannel_vxlan_vni",
                            "flannel_vxlan_port",
                            "flannel_interface",
                            "kube_proxy_mode",
                            "kube_proxy_strict_arp",
                            "kube_proxy_nodeport_addresses",
                            "kube_proxy_conntrack_max_per_core",
                            "kube_log_level",
                            "k8s_image_pull_policy"))
            .with(Topic.PORTS, List.of("flannel_vxlan_port (UDP): packets between nodes"))
            .with(Topic.OBJECTS, List.of("kube-proxy", "flannel"));

    private final ClusterView view;

    public PodNetwork(ClusterView view) {
        this.view = view;
    }

    /** The manifests of this chapter. */
    public static List<Manifest> manifests(Deployment deployment) {
        return Manifests.of(deployment);
    }

    @Override
    public PhaseDescription description() {
        return DESCRIPTION;
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
