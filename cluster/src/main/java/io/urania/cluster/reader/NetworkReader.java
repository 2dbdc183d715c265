package io.urania.cluster.reader;

import io.urania.cluster.spec.NetworkPluginSpec;
import io.urania.cluster.spec.NetworkSpec;
import io.urania.cluster.value.Address;
import io.urania.cluster.value.Network;
import io.urania.cluster.value.NetworkPlugin;
import io.urania.cluster.variable.NetworkVariables;

/** Reads the cluster's networks and the network plugin. */
final class NetworkReader {
    private final Source source;

    NetworkReader(Source source) {
        this.source = source;
    }

    NetworkSpec read() {
        Network services = source.get(NetworkVariables.SERVICES);
        return new NetworkSpec(
                services,
                source.get(NetworkVariables.PODS),
                source.get(NetworkVariables.NODE_PREFIX),
                source.find(NetworkVariables.API_SERVICE).orElseGet(() -> firstAddress(services)),
                plugin(source.get(NetworkVariables.PLUGIN)));
    }

    private NetworkPluginSpec plugin(NetworkPlugin plugin) {
        return switch (plugin) {
            case FLANNEL ->
                new NetworkPluginSpec.Flannel(
                        source.get(NetworkVariables.FLANNEL_BACKEND),
                        source.get(NetworkVariables.VXLAN_IDENTIFIER),
                        source.get(NetworkVariables.VXLAN_PORT),
                        source.find(NetworkVariables.FLANNEL_INTERFACE));
        };
    }

    /** A network of one address has no other; the rules refuse so small a one. */
    private static Address firstAddress(Network services) {
        return services.address(services.prefixLength() == services.addressBits() ? 0 : 1);
    }
}
