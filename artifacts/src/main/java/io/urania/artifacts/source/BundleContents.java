package io.urania.artifacts.source;

import io.urania.artifacts.Architecture;
import io.urania.artifacts.ArtifactException;
import io.urania.artifacts.KubernetesVersion;
import io.urania.artifacts.version.ClusterImage;
import io.urania.artifacts.version.PackageOrigin;
import io.urania.artifacts.version.VersionEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What belongs into a bundle. */
public final class BundleContents {
    /** The version of Urania's own programs in images. */
    static final String OWN_VERSION = "v1";

    private BundleContents() {}

    /**
     * Everything that hosts of an architecture need. A 32-bit ARM host is a worker only: etcd does not support it.
     *
     * @throws ArtifactException where this minor has no programs for that architecture
     */
    public static List<Artifact> of(VersionEntry entry, KubernetesVersion version, Architecture architecture)
            throws ArtifactException {
        if (!entry.architectures().contains(architecture)) {
            throw new ArtifactException(
                    "Kubernetes " + version + " has no programs for " + architecture,
                    "the project releases " + entry.minor() + " for "
                            + entry.architectures().stream()
                                    .map(Architecture::goName)
                                    .collect(Collectors.joining(", ")),
                    "leave these hosts out, or choose a minor that has them: 1.26 is the last with 32-bit ARM");
        }
        boolean controlPlane = architecture != Architecture.ARM;
        List<Artifact> contents = new ArrayList<>();
        addPrograms(contents, "kubernetes", version.toString(), architecture, "", "kubeadm", "kubelet", "kubectl");
        addPrograms(contents, "crictl", entry.crictl(), architecture, "", "crictl");
        addPrograms(
                contents,
                "cni-plugins",
                entry.cniPlugins(),
                architecture,
                "cni/",
                "bridge",
                "host-local",
                "loopback",
                "portmap");
        addPrograms(contents, "flannel-cni-plugin", entry.flannelCniPlugin(), architecture, "cni/", "flannel");
        if (entry.containerd().origin() == PackageOrigin.BUNDLE) {
            addPrograms(
                    contents,
                    "containerd",
                    entry.containerd().version(),
                    architecture,
                    "",
                    "containerd",
                    "containerd-shim-runc-v2",
                    "ctr");
        }
        if (controlPlane) {
            addPrograms(contents, "etcd", entry.etcd().deployed(), architecture, "", "etcd", "etcdctl", "etcdutl");
        }
        for (ClusterImage image : ClusterImage.values()) {
            if (controlPlane || !image.isOfControlPlane()) {
                contents.add(new Artifact.Image(
                        image,
                        image.reference(entry, version),
                        imageVersion(image, entry, version),
                        architecture,
                        entry.containerd().origin() == PackageOrigin.BUNDLE));
            }
        }
        return List.copyOf(contents);
    }

    private static void addPrograms(
            List<Artifact> contents,
            String project,
            String version,
            Architecture architecture,
            String prefix,
            String... programs) {
        for (String program : programs) {
            contents.add(new Artifact.ProgramFile(prefix + program, project, program, version, architecture));
        }
    }

    private static String imageVersion(ClusterImage image, VersionEntry entry, KubernetesVersion version) {
        return switch (image) {
            case KUBE_APISERVER, KUBE_CONTROLLER_MANAGER, KUBE_SCHEDULER, KUBE_PROXY -> version.toString();
            case PAUSE -> entry.pause();
            case COREDNS -> entry.coreDns().deployed();
            case FLANNEL -> entry.flannel();
            case METRICS_SERVER -> entry.metricsServer();
            case URANIA_PROBE -> OWN_VERSION;
        };
    }
}
