package io.urania.cluster.phase;

import io.urania.cluster.spec.ClusterSpec;
import io.urania.cluster.spec.EtcdSpec;
import io.urania.cluster.spec.HostSpec;
import io.urania.cluster.spec.NodeSpec;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Stream;

/** The hosts of a cluster that a phase works on. */
public enum Place {
    ALL_HOSTS("every host"),
    NODES("every node"),
    CONTROL_PLANE("control plane hosts"),
    FIRST_CONTROL_PLANE("the first control plane host"),
    WORKERS("nodes outside the control plane"),
    ETCD("etcd members"),
    BALANCERS("hosts of group loadbalancer, or nodes where each has a balancer");

    private final String words;

    Place(String words) {
        this.words = words;
    }

    /** The place as a phrase, such as {@code every node}. */
    public String words() {
        return words;
    }

    /** The hosts of these places in a cluster, each once. */
    public static List<HostSpec> hosts(Collection<Place> places, ClusterSpec spec) {
        LinkedHashSet<HostSpec> hosts = new LinkedHashSet<>();
        places.forEach(place -> hosts.addAll(place.of(spec)));
        return List.copyOf(hosts);
    }

    private List<HostSpec> of(ClusterSpec spec) {
        return switch (this) {
            case ALL_HOSTS -> spec.hosts();
            case NODES -> hosts(spec.nodes());
            case CONTROL_PLANE -> hosts(spec.controlPlane());
            case FIRST_CONTROL_PLANE -> hosts(List.of(spec.firstControlPlane()));
            case WORKERS -> hosts(spec.workers());
            case ETCD ->
                spec.etcd().members().stream().map(EtcdSpec.Member::host).toList();
            case BALANCERS ->
                Stream.concat(spec.balancers().stream(), spec.localBalancers().stream())
                        .toList();
        };
    }

    private static List<HostSpec> hosts(List<NodeSpec> nodes) {
        return nodes.stream().map(NodeSpec::host).toList();
    }
}
