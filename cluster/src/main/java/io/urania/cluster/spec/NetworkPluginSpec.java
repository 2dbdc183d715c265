package io.urania.cluster.spec;

import io.urania.cluster.value.FlannelBackend;
import java.util.Optional;

/** The network plugin and its settings. */
public sealed interface NetworkPluginSpec {

    /**
     * Flannel.
     *
     * @param backend how packets travel between nodes
     * @param vxlanIdentifier VNI of backend vxlan
     * @param vxlanPort UDP port of backend vxlan
     * @param networkInterface interface between the nodes; empty: the one with the node's address
     */
    record Flannel(FlannelBackend backend, int vxlanIdentifier, int vxlanPort, Optional<String> networkInterface)
            implements NetworkPluginSpec {}
}
