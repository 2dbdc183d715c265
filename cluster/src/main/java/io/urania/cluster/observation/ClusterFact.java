package io.urania.cluster.observation;

import java.util.Optional;
import java.util.SortedMap;

/** The cluster as seen from one control plane host. */
public sealed interface ClusterFact {

    /** The host has no administrator's kubeconfig: it never was a control plane, or only for a moment. */
    record None() implements ClusterFact {}

    /** There is a kubeconfig, but no API server answers it. */
    record Silent(String reason) implements ClusterFact {}

    /**
     * The API server answers.
     *
     * @param initialised whether kubeadm init came to its end: nodes can join
     * @param authority the cluster's certificate authority, PEM
     * @param nodes by name
     * @param objects sha256 of the manifests that were applied, by {@code Kind namespace/name}
     */
    record Answering(
            boolean initialised, String authority, SortedMap<String, NodeFact> nodes, SortedMap<String, String> objects)
            implements ClusterFact {}

    /** The fact, if it is {@link Answering}. */
    default Optional<Answering> answering() {
        return this instanceof Answering answering ? Optional.of(answering) : Optional.empty();
    }
}
