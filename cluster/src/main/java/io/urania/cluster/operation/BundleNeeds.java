package io.urania.cluster.operation;

import io.urania.artifacts.ArtifactException;
import io.urania.artifacts.KubernetesVersion;
import io.urania.artifacts.source.BundleContents;
import io.urania.artifacts.version.VersionTable;
import io.urania.cluster.component.AddOn;
import io.urania.cluster.component.NetworkPlugin;
import io.urania.cluster.component.NodeRuntime;
import io.urania.cluster.component.addon.AddOns;
import io.urania.cluster.component.network.NetworkPlugins;
import io.urania.cluster.component.runtime.NodeRuntimes;
import io.urania.cluster.phase.BaseImages;
import io.urania.cluster.spec.ClusterSpec;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;

/** What clusters need of a bundle. On which architectures, only hosts can tell. */
public final class BundleNeeds {

    /** The components that every cluster needs. */
    private static final List<String> BASE =
            List.of("kubernetes", "pause", "crictl", "cni-plugins", "etcd", "urania-probe");

    private BundleNeeds() {}

    /** What this cluster needs, and nothing else. */
    public static BundleContents of(ClusterSpec spec) throws ArtifactException {
        BundleContents contents =
                of(spec.kubernetes(), NodeRuntimes.of(spec), NetworkPlugins.of(spec), AddOns.wanted(spec));
        return switch (spec.etcd().deployment()) {
            case HOST -> contents;
            case KUBEADM -> contents.with(List.of(BaseImages.ETCD_COMPONENT));
        };
    }

    /** What most clusters of a version need: for bundles that are made without an inventory. */
    public static BundleContents usual(KubernetesVersion version) throws ArtifactException {
        return of(
                version,
                NodeRuntimes.USUAL,
                NetworkPlugins.USUAL,
                AddOns.ALL.stream().filter(AddOn::isUsual).toList());
    }

    private static BundleContents of(
            KubernetesVersion version, NodeRuntime runtime, NetworkPlugin network, List<AddOn> addOns)
            throws ArtifactException {
        SequencedSet<String> names = new LinkedHashSet<>(BASE);
        names.addAll(runtime.components(VersionTable.standard().entry(version)));
        names.addAll(network.components());
        addOns.forEach(addOn -> names.addAll(addOn.components()));
        return new BundleContents(version, Collections.emptySortedSet(), names);
    }
}
