package io.urania.cluster.spec;

/** The container runtime and its settings; each runtime has a record of its own. */
public interface NodeRuntimeSpec {

    /** The runtime: the value of {@code container_manager}. */
    String word();

    /** Where it keeps images and the layers of containers, on every node. */
    String storageDirectory();
}
