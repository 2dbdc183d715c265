package io.urania.artifacts.version;

import io.urania.artifacts.KubernetesVersion;
import java.util.Locale;

/** The container images of a cluster. */
public enum ClusterImage {
    KUBE_APISERVER,
    KUBE_CONTROLLER_MANAGER,
    KUBE_SCHEDULER,
    KUBE_PROXY,
    PAUSE,
    COREDNS,
    FLANNEL,
    METRICS_SERVER,
    /** Urania's own test program, which {@code apply} uses to see whether names and pods are reachable. */
    URANIA_PROBE;

    /** The version of Urania's own test program. */
    static final String PROBE_VERSION = "1";

    /** The image's name in a bundle: {@code kube-apiserver}. */
    public String imageName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether only control plane nodes run it. */
    public boolean isOfControlPlane() {
        return this == KUBE_APISERVER || this == KUBE_CONTROLLER_MANAGER || this == KUBE_SCHEDULER;
    }

    /**
     * The reference by which kubeadm and the manifests of that version name this image, such as
     * {@code registry.k8s.io/kube-apiserver:v1.36.3}.
     */
    public String reference(VersionEntry entry, KubernetesVersion version) {
        String registry = entry.registry();
        return switch (this) {
            case KUBE_APISERVER, KUBE_CONTROLLER_MANAGER, KUBE_SCHEDULER, KUBE_PROXY ->
                registry + "/" + imageName() + ":" + version;
            case PAUSE -> registry + "/pause:" + entry.pause();
            case COREDNS ->
                registry + "/" + entry.coreDns().imagePath() + ":"
                        + entry.coreDns().imageTag();
            case FLANNEL -> "ghcr.io/flannel-io/flannel:" + entry.flannel();
            case METRICS_SERVER -> "registry.k8s.io/metrics-server/metrics-server:" + entry.metricsServer();
            case URANIA_PROBE -> "urania.local/urania-probe:" + PROBE_VERSION;
        };
    }
}
