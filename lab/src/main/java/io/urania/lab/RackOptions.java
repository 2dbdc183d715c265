package io.urania.lab;

import io.urania.lab.layout.RackNetwork;

/**
 * What a new rack shall be.
 *
 * @param nodes empty for the article's twelve; a number, or node names parted by commas, for a smaller rack
 * @param kubernetesVersion {@code v1.36.3}
 */
public record RackOptions(String nodes, String kubernetesVersion, RackNetwork network) {
    public static final String DEFAULT_KUBERNETES = "v1.36.3";

    /** The article's whole rack. */
    public static RackOptions defaults() {
        return new RackOptions("", DEFAULT_KUBERNETES, RackNetwork.ARTICLE);
    }

    public RackOptions withNodes(String request) {
        return new RackOptions(request, kubernetesVersion, network);
    }

    public RackOptions withKubernetesVersion(String version) {
        return new RackOptions(nodes, version, network);
    }

    public RackOptions withNetwork(RackNetwork other) {
        return new RackOptions(nodes, kubernetesVersion, other);
    }
}
