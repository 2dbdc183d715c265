package io.urania.cluster.component;

import io.urania.artifacts.component.ImageId;
import io.urania.cluster.leftover.Leftover;
import io.urania.cluster.manifest.Manifest;
import io.urania.cluster.observation.Proof;
import io.urania.cluster.phase.ClusterDesign;
import io.urania.cluster.reader.source.Source;
import io.urania.cluster.spec.ClusterSpec;
import io.urania.cluster.spec.NetworkPluginSpec;
import io.urania.cluster.value.Download;
import io.urania.cluster.variable.Variable;
import io.urania.engine.resource.file.TextFile;
import java.util.List;
import java.util.Optional;

/** What connects the pods of different nodes. */
public interface NetworkPlugin {

    /** The value of {@code kube_network_plugin}, and what plans call it. */
    String word();

    /** The variables that only it reads; they become rows of the registry. */
    List<Variable<?>> variables();

    /** Those that decide how its objects are; told as the reason of changes to them. */
    List<Variable<?>> shaping();

    /** Its settings. */
    NetworkPluginSpec read(Source source);

    /** Whether it can make services reachable, so that a cluster needs no kube-proxy. */
    boolean canReplaceKubeProxy();

    /** Its objects. */
    Manifest manifest(ClusterDesign design);

    /** What in the cluster proves that it works, besides nodes that are Ready. */
    List<Proof> proofs();

    /** What this machine must fetch before {@link #manifest} can be made. */
    default List<Download> downloads(ClusterSpec spec) {
        return List.of();
    }

    /** The list of CNI plugins that connect a pod, as a file of each node; empty if its pods write it. */
    Optional<TextFile> cniList();

    /** The components of a bundle that it is of, by their names. */
    List<String> components();

    /** CNI plugins that it needs on each node, by their names in a bundle; without those that every node has. */
    List<String> cniPrograms();

    /** The images that each node runs of it. */
    List<ImageId> images();

    /** What each node listens on for it. */
    List<HostPort> ports(ClusterSpec spec);

    /** The same in words, for people who have no inventory. */
    List<String> portsInWords();

    /** The interfaces that it makes on nodes. */
    List<String> links();

    /** What it leaves on a node, besides {@link #links}, {@link #cniList} and {@link #cniPrograms}. */
    List<Leftover> leftovers(ClusterSpec spec);
}
