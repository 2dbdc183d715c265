package io.urania.cluster.phase;

import io.urania.artifacts.component.ImageId;
import io.urania.cluster.spec.ClusterSpec;
import java.util.List;
import java.util.stream.Stream;

/** The images that every cluster has, whatever its network plugin and its add-ons are. */
public final class BaseImages {

    /** The component that has etcd's image. */
    public static final String ETCD_COMPONENT = "etcd-image";

    private static final String KUBERNETES = "kubernetes";

    public static final ImageId KUBE_APISERVER = new ImageId(KUBERNETES, "kube-apiserver");
    public static final ImageId KUBE_CONTROLLER_MANAGER = new ImageId(KUBERNETES, "kube-controller-manager");
    public static final ImageId KUBE_SCHEDULER = new ImageId(KUBERNETES, "kube-scheduler");
    public static final ImageId KUBE_PROXY = new ImageId(KUBERNETES, "kube-proxy");
    public static final ImageId PAUSE = ImageId.of("pause");

    /** Urania's own test program, with which {@code apply} sees whether names and pods are reachable. */
    public static final ImageId URANIA_PROBE = ImageId.of("urania-probe");

    /** etcd as kubeadm's static pod; clusters whose members are services need none. */
    public static final ImageId ETCD = new ImageId(ETCD_COMPONENT, "etcd");

    /** Those without which a control plane host cannot start its API server. */
    private static final List<ImageId> OF_CONTROL_PLANE =
            List.of(PAUSE, KUBE_APISERVER, KUBE_CONTROLLER_MANAGER, KUBE_SCHEDULER);

    /** The same, of one cluster. */
    public static List<ImageId> ofControlPlane(ClusterSpec spec) {
        return switch (spec.etcd().deployment()) {
            case HOST -> OF_CONTROL_PLANE;
            case KUBEADM ->
                Stream.concat(OF_CONTROL_PLANE.stream(), Stream.of(ETCD)).toList();
        };
    }

    private BaseImages() {}
}
