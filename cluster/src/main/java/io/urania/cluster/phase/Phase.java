package io.urania.cluster.phase;

import io.urania.cluster.leftover.Leftover;
import io.urania.cluster.observation.Proof;
import io.urania.cluster.spec.ClusterSpec;
import java.util.List;
import java.util.Map;

/** A chapter of a deployment. It says what should be so; whether anything has to be done is decided from facts. */
public interface Phase {

    /** What the chapter is about: plans, {@code urania explain} and the documentation are made from it. */
    PhaseDescription description();

    /** Adds the chapter's tasks. */
    void declare(Deployment deployment, Tasks tasks);

    /** What the chapter leaves on hosts, by those that have it; a reset takes it away in this order. */
    Map<Place, List<Leftover>> leftovers(ClusterSpec spec);

    /** What in the cluster proves that the chapter has come to its end. */
    default List<Proof> proofs(ClusterSpec spec) {
        return List.of();
    }
}
