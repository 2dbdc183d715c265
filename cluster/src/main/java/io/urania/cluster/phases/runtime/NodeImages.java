package io.urania.cluster.phases.runtime;

import io.urania.artifacts.component.ImageId;
import io.urania.cluster.component.AddOn;
import io.urania.cluster.component.addon.AddOns;
import io.urania.cluster.component.network.NetworkPlugins;
import io.urania.cluster.component.runtime.NodeRuntimes;
import io.urania.cluster.leftover.Leftover;
import io.urania.cluster.phase.BaseImages;
import io.urania.cluster.phase.Deployment;
import io.urania.cluster.phase.Phase;
import io.urania.cluster.phase.PhaseDescription;
import io.urania.cluster.phase.Place;
import io.urania.cluster.phase.Tasks;
import io.urania.cluster.spec.ClusterSpec;
import io.urania.cluster.spec.NodeSpec;
import io.urania.cluster.variable.Variable;
import io.urania.cluster.variable.rows.DeploymentVariables;
import io.urania.cluster.variable.rows.EtcdVariables;
import io.urania.engine.plan.Lane;
import io.urania.engine.plan.TaskId;
import io.urania.engine.resource.image.ContainerImage;
import io.urania.engine.resource.image.ImageStore;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Each node gets the images that its role runs, beside everything else that happens to it. */
public final class NodeImages implements Phase {

    private static final PhaseDescription DESCRIPTION = PhaseDescription.of(
            "images",
            List.of(Place.NODES),
            "Each node gets the images that its role needs from the bundle: no host pulls them from a registry.");

    @Override
    public PhaseDescription description() {
        List<Variable<?>> read =
                new ArrayList<>(List.of(DeploymentVariables.KUBERNETES_VERSION, NetworkPlugins.CHOICE));
        read.addAll(EtcdVariables.DEPLOYMENT);
        AddOns.ALL.forEach(addOn -> read.addAll(addOn.switches()));
        return DESCRIPTION.reading(read.stream().distinct().toList());
    }

    /** Images are the runtime's, and go with what it keeps. */
    @Override
    public Map<Place, List<Leftover>> leftovers(ClusterSpec spec) {
        return Map.of();
    }

    @Override
    public void declare(Deployment deployment, Tasks tasks) {
        ImageStore store = NodeRuntimes.of(deployment.spec()).images(deployment.design());
        for (NodeSpec node : deployment.spec().nodes()) {
            images(deployment.spec(), node).forEach((image, asking) -> {
                ContainerImage resource = deployment.artifacts().image(image, store);
                tasks.because(asking)
                        .and(DeploymentVariables.KUBERNETES_VERSION)
                        .add(
                                node.host(),
                                Lane.IMAGES,
                                resource.name(),
                                resource,
                                List.of(ContainerRuntime.ready(deployment.spec(), node)));
            });
        }
    }

    /** The task after which a node has an image. */
    public static TaskId ready(Deployment deployment, NodeSpec node, ImageId image) {
        return ContainerImage.task(node.name(), deployment.artifacts().reference(image));
    }

    /** The images without which a control plane host cannot start its API server. */
    public static List<TaskId> controlPlaneReady(Deployment deployment, NodeSpec node) {
        return BaseImages.ofControlPlane(deployment.spec()).stream()
                .map(image -> ready(deployment, node, image))
                .toList();
    }

    /** In the order in which they are needed, each with those who ask for it. */
    private static Map<ImageId, List<Variable<?>>> images(ClusterSpec spec, NodeSpec node) {
        Map<ImageId, List<Variable<?>>> images = new LinkedHashMap<>();
        (node.controlPlane() ? BaseImages.ofControlPlane(spec) : List.of(BaseImages.PAUSE))
                .forEach(image ->
                        images.put(image, image.equals(BaseImages.ETCD) ? EtcdVariables.DEPLOYMENT : List.of()));
        spec.kubeProxy().ifPresent(_ -> images.put(BaseImages.KUBE_PROXY, List.of()));
        NetworkPlugins.of(spec).images().forEach(image -> images.put(image, List.of(NetworkPlugins.CHOICE)));
        for (AddOn addOn : AddOns.wanted(spec)) {
            addOn.images(spec, node).forEach(image -> images.putIfAbsent(image, addOn.switches()));
        }
        images.put(BaseImages.URANIA_PROBE, List.of());
        return images;
    }
}
