package io.urania.artifacts.source;

import io.urania.artifacts.Architecture;
import io.urania.artifacts.KubernetesVersion;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.TreeSet;

/** What most clusters need of a bundle. */
final class Usual {
    private Usual() {}

    static BundleContents contents(KubernetesVersion version, Architecture architecture) {
        return new BundleContents(
                version,
                new TreeSet<>(List.of(architecture)),
                new LinkedHashSet<>(List.of(
                        "kubernetes",
                        "pause",
                        "crictl",
                        "cni-plugins",
                        "etcd",
                        "urania-probe",
                        "containerd",
                        "flannel",
                        "coredns",
                        "metrics-server")));
    }
}
