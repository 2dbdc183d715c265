package io.urania.cluster.component;

import io.urania.artifacts.component.ImageId;
import io.urania.cluster.leftover.Leftover;
import io.urania.cluster.manifest.Manifest;
import io.urania.cluster.observation.Proof;
import io.urania.cluster.phase.ClusterDesign;
import io.urania.cluster.phase.Deployment;
import io.urania.cluster.phase.PhaseDescription.Topic;
import io.urania.cluster.phase.Tasks;
import io.urania.cluster.reader.source.Source;
import io.urania.cluster.spec.AddOnSpec;
import io.urania.cluster.spec.ClusterSpec;
import io.urania.cluster.spec.NodeSpec;
import io.urania.cluster.variable.Variable;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Something that runs in the cluster for everybody. */
public interface AddOn {

    /** What plans call it, and its manifest: {@code metrics-server}. */
    String name();

    /** The variables that only it reads; they become rows of the registry. */
    default List<Variable<?>> variables() {
        return List.of();
    }

    /** All variables that it reads. */
    List<Variable<?>> reads();

    /** The variables that decide whether it is there: where they are set is told as the reason of its changes. */
    List<Variable<?>> switches();

    /** Those that decide how it is; told as the reason of changes to its objects. */
    default List<Variable<?>> shaping() {
        return List.of();
    }

    /** Its settings, if it is wanted and has any of its own. */
    default Optional<AddOnSpec> read(Source source) {
        return Optional.empty();
    }

    /** Whether it is to be in the cluster. */
    boolean isWanted(ClusterSpec spec);

    /** Whether it has objects in the cluster, and is not only on hosts. */
    default boolean hasObjects() {
        return true;
    }

    /** Its objects, where it is wanted and has any. */
    Optional<Manifest> manifest(ClusterDesign design);

    /** What in the cluster proves that it works, where it is wanted. */
    default List<Proof> proofs() {
        return List.of();
    }

    /** Whether pods that run depend on it until they are made anew: then its objects stay where it is no longer wanted. */
    default boolean isNeededByRunningPods() {
        return false;
    }

    /** The components of a bundle that it is of, by their names. */
    default List<String> components() {
        return List.of();
    }

    /** Whether bundles have it that are made without an inventory. */
    default boolean isUsual() {
        return false;
    }

    /** The images that a node may run of it, where it is wanted. */
    default List<ImageId> images(ClusterSpec spec, NodeSpec node) {
        return List.of();
    }

    /** The ports on which it may listen on a node, where it is wanted; those in a network of its pods' own do not count. */
    default List<HostPort> ports(ClusterSpec spec, NodeSpec node) {
        return List.of();
    }

    /** Declares what it needs on hosts, where it is wanted. */
    default void declare(Deployment deployment, Tasks tasks) {}

    /** What it leaves on a node. */
    default List<Leftover> leftovers(ClusterSpec spec) {
        return List.of();
    }

    /** What people are told of its hosts: files, units, ports. */
    default Map<Topic, List<String>> details() {
        return Map.of();
    }
}
