package io.urania.cluster.operation;

import io.urania.cluster.observation.BalancerFact;
import io.urania.cluster.observation.EtcdFact;
import io.urania.cluster.observation.NodeFact;
import java.util.List;
import java.util.SortedMap;

/**
 * How a cluster is.
 *
 * @param nodes as the API server tells them, by name
 * @param etcd by member name
 * @param balancers by host name
 * @param complaints everything that is not well, one sentence each; empty if all is
 */
public record ClusterStatus(
        SortedMap<String, NodeFact> nodes,
        SortedMap<String, EtcdFact> etcd,
        SortedMap<String, BalancerFact> balancers,
        List<String> complaints) {

    public ClusterStatus {
        complaints = List.copyOf(complaints);
    }

    public boolean isWell() {
        return complaints.isEmpty();
    }
}
