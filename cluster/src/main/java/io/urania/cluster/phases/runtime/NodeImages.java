package io.urania.cluster.phases.runtime;

import io.urania.artifacts.version.ClusterImage;
import io.urania.cluster.phase.Deployment;
import io.urania.cluster.phase.Phase;
import io.urania.cluster.phase.PhaseDescription;
import io.urania.cluster.phase.Place;
import io.urania.cluster.phase.Tasks;
import io.urania.cluster.spec.ClusterSpec;
import io.urania.cluster.spec.NodeSpec;
import io.urania.cluster.variable.rows.AddonVariables;
import io.urania.cluster.variable.rows.DeploymentVariables;
import io.urania.cluster.variable.rows.DnsVariables;
import io.urania.cluster.variable.rows.NetworkVariables;
import io.urania.engine.plan.Lane;
import io.urania.engine.plan.TaskId;
import io.urania.engine.resource.image.ContainerImage;
import java.util.ArrayList;
import java.util.List;

/** Each node gets the images that its role runs, beside everything else that happens to it. */
public final class NodeImages implements Phase {

    /** The chapter in words. */
    public static final PhaseDescription DESCRIPTION = PhaseDescription.of(
                    "images",
                    List.of(Place.NODES),
                    "Each node gets the images that its role runs, out of the bundle: no host asks a registry for them.")
            .reading(List.of(
                    DeploymentVariables.KUBERNETES_VERSION,
                    DnsVariables.NODE_LOCAL_ENABLED,
                    AddonVariables.METRICS_SERVER));

    @Override
    public PhaseDescription description() {
        return DESCRIPTION;
    }

    @Override
    public void declare(Deployment deployment, Tasks tasks) {
        for (NodeSpec node : deployment.spec().nodes()) {
            for (ClusterImage image : images(deployment.spec(), node)) {
                ContainerImage resource = deployment.artifacts().image(image, ContainerRuntime.images(deployment));
                asking(tasks, image)
                        .add(
                                node.host(),
                                Lane.IMAGES,
                                resource.name(),
                                resource,
                                List.of(ContainerRuntime.ready(node)));
            }
        }
    }

    /** The task after which a node has an image. */
    public static TaskId ready(Deployment deployment, NodeSpec node, ClusterImage image) {
        return ContainerImage.task(node.name(), deployment.artifacts().reference(image));
    }

    /** The images without which a control plane host cannot start its API server. */
    public static List<TaskId> controlPlaneReady(Deployment deployment, NodeSpec node) {
        return CONTROL_PLANE.stream()
                .map(image -> ready(deployment, node, image))
                .toList();
    }

    private static final List<ClusterImage> CONTROL_PLANE = List.of(
            ClusterImage.PAUSE,
            ClusterImage.KUBE_APISERVER,
            ClusterImage.KUBE_CONTROLLER_MANAGER,
            ClusterImage.KUBE_SCHEDULER);

    private static Tasks asking(Tasks tasks, ClusterImage image) {
        return switch (image) {
            case FLANNEL -> tasks.because(NetworkVariables.PLUGIN, DeploymentVariables.KUBERNETES_VERSION);
            case METRICS_SERVER -> tasks.because(AddonVariables.METRICS_SERVER, DeploymentVariables.KUBERNETES_VERSION);
            case PAUSE, KUBE_APISERVER, KUBE_CONTROLLER_MANAGER, KUBE_SCHEDULER, KUBE_PROXY, COREDNS, URANIA_PROBE ->
                tasks.because(DeploymentVariables.KUBERNETES_VERSION);
        };
    }

    /** In the order in which they are needed. */
    private static List<ClusterImage> images(ClusterSpec spec, NodeSpec node) {
        List<ClusterImage> images = new ArrayList<>(node.controlPlane() ? CONTROL_PLANE : List.of(ClusterImage.PAUSE));
        images.add(ClusterImage.KUBE_PROXY);
        images.add(ClusterImage.FLANNEL);
        if (node.controlPlane() || spec.dns().nodeLocal().isPresent()) {
            images.add(ClusterImage.COREDNS);
        }
        if (node.controlPlane() && spec.addons().metricsServer().isPresent()) {
            images.add(ClusterImage.METRICS_SERVER);
        }
        images.add(ClusterImage.URANIA_PROBE);
        return images;
    }
}
