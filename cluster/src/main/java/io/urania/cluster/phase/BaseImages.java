package io.urania.cluster.phase;

import io.urania.artifacts.component.ImageId;
import java.util.List;

/** The images that every cluster has, whatever its network plugin and its add-ons are. */
public final class BaseImages {

    private static final String KUBERNETES = "kubernetes";

    public static final ImageId KUBE_APISERVER = new ImageId(KUBERNETES, "kube-apiserver");
    public static final ImageId KUBE_CONTROLLER_MANAGER = new ImageId(KUBERNETES, "kube-controller-manager");
    public static final ImageId KUBE_SCHEDULER = new ImageId(KUBERNETES, "kube-scheduler");
    public static final ImageId KUBE_PROXY = new ImageId(KUBERNETES, "kube-proxy");
    public static final ImageId PAUSE = ImageId.of("pause");

    /** Urania's own test program, with which {@code apply} sees whether names and pods are reachable. */
    public static final ImageId URANIA_PROBE = ImageId.of("urania-probe");

    /** Those without which a control plane host cannot start its API server. */
    public static final List<ImageId> OF_CONTROL_PLANE =
            List.of(PAUSE, KUBE_APISERVER, KUBE_CONTROLLER_MANAGER, KUBE_SCHEDULER);

    private BaseImages() {}
}
