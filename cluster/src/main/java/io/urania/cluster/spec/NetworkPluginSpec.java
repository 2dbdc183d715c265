package io.urania.cluster.spec;

/** The network plugin and its settings; each plugin has a record of its own. */
public interface NetworkPluginSpec {

    /** The plugin: the value of {@code kube_network_plugin}. */
    String word();

    /** Whether a pod's address is of the network that Kubernetes gives its node. */
    default boolean isOfNodeNetworks() {
        return true;
    }

    /** Whether its routes lead by gateways that have addresses of pods' networks, on a link of its own. */
    default boolean hasGatewaysAmongPods() {
        return false;
    }
}
