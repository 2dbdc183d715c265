package io.urania.cluster.component.network.flannel;

import io.urania.cluster.value.Keyword;

/** How flannel carries packets from node to node. */
public enum FlannelBackend implements Keyword {
    /** Routes on every node; all nodes must share one layer 2 network. */
    HOST_GATEWAY("host-gw"),
    /** Packets wrapped in UDP; works across routers. */
    VXLAN("vxlan");

    private final String word;

    FlannelBackend(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }
}
