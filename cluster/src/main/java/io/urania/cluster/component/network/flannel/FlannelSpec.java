package io.urania.cluster.component.network.flannel;

import io.urania.cluster.spec.NetworkPluginSpec;
import java.util.Optional;

/**
 * flannel's settings.
 *
 * @param backend how packets travel between nodes
 * @param vxlanIdentifier VNI of backend vxlan
 * @param vxlanPort UDP port of backend vxlan
 * @param networkInterface interface between the nodes; empty: the one with the node's address
 */
public record FlannelSpec(FlannelBackend backend, int vxlanIdentifier, int vxlanPort, Optional<String> networkInterface)
        implements NetworkPluginSpec {

    @Override
    public String word() {
        return Flannel.WORD;
    }

    @Override
    public boolean hasGatewaysAmongPods() {
        return backend == FlannelBackend.VXLAN;
    }
}
