package io.urania.cluster.operation;

import io.urania.cluster.spec.ClusterSpec;
import io.urania.cluster.spec.HostSpec;
import io.urania.cluster.spec.NodeSpec;
import io.urania.engine.distribution.OwnBridges;
import io.urania.engine.distribution.Peer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** How the hosts of a cluster reach each other, and which of them are near each other. */
public final class Peers {

    private static final String RACK = "rack";
    private static final String ZONE = "topology.kubernetes.io/zone";

    private Peers() {}

    /**
     * Every host of a cluster by name. A node's neighbourhood is what its label {@code rack} says, under whatever prefix, otherwise
     * its zone.
     */
    public static Map<String, Peer> of(ClusterSpec spec) {
        Map<String, Peer> peers = new LinkedHashMap<>();
        spec.nodes().forEach(node -> peers.put(node.host().name(), peer(node.host(), neighbourhood(node))));
        spec.hosts().forEach(host -> peers.putIfAbsent(host.name(), peer(host, Optional.empty())));
        return peers;
    }

    /** The hosts that have processors and disks of their own: for those, getting files from each other is quicker. */
    public static Map<String, Peer> apart(ClusterSpec spec, OwnBridges bridges) {
        Map<String, Peer> peers = of(spec);
        peers.values().removeIf(peer -> bridges.reach(peer.address()));
        return peers;
    }

    private static Peer peer(HostSpec host, Optional<String> neighbourhood) {
        return new Peer(host.accessAddress().toString(), neighbourhood, Peer.STANDARD_STORE);
    }

    private static Optional<String> neighbourhood(NodeSpec node) {
        return node.labels().entrySet().stream()
                .filter(label -> label.getKey()
                        .substring(label.getKey().indexOf('/') + 1)
                        .equals(RACK))
                .map(Map.Entry::getValue)
                .findFirst()
                .or(() -> Optional.ofNullable(node.labels().get(ZONE)));
    }
}
