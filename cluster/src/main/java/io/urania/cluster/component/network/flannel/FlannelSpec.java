package io.urania.cluster.component.network.flannel;

import io.urania.cluster.spec.NetworkPluginSpec;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * flannel's settings.
 *
 * @param backend how packets travel between nodes
 * @param vxlanIdentifier VNI of backend vxlan
 * @param vxlanPort UDP port of backend vxlan
 * @param directRouting whether backend vxlan is used only between nodes of different layer 2 networks
 * @param networkInterface interface between the nodes; empty: the one with the node's address
 * @param interfacePattern regular expression that its name or an address of it matches, where it is not named
 * @param requests what a pod asks for, by the names of resources
 * @param limits what a pod may have at most
 */
public record FlannelSpec(
        FlannelBackend backend,
        int vxlanIdentifier,
        int vxlanPort,
        boolean directRouting,
        Optional<String> networkInterface,
        Optional<String> interfacePattern,
        SortedMap<String, String> requests,
        SortedMap<String, String> limits)
        implements NetworkPluginSpec {
    public FlannelSpec {
        requests = Collections.unmodifiableSortedMap(new TreeMap<>(requests));
        limits = Collections.unmodifiableSortedMap(new TreeMap<>(limits));
    }

    @Override
    public String word() {
        return Flannel.WORD;
    }

    @Override
    public boolean hasGatewaysAmongPods() {
        return backend == FlannelBackend.VXLAN;
    }
}
