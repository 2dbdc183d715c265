package io.urania.cluster.operation;

import io.urania.cluster.observation.BalancerFact;
import io.urania.cluster.observation.EtcdFact;
import io.urania.cluster.observation.NodeFact;
import io.urania.cluster.observation.Workload;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How a cluster is.
 *
 * @param nodes as the API server tells them, by name
 * @param workloads deployments and daemonsets of kube-system
 * @param etcd by member name
 * @param balancers by host name
 * @param certificates of all hosts, those that end first in front
 * @param drift how many things differ from the inventory, by host; empty if that was not looked at
 * @param complaints everything that is not well, one sentence each; empty if all is
 * @param warnings what is well now and will not stay so, or is not as the inventory says
 * @param unseen what was not looked at, with the reason
 */
public record ClusterStatus(
        SortedMap<String, NodeFact> nodes,
        List<Workload> workloads,
        SortedMap<String, EtcdFact> etcd,
        SortedMap<String, BalancerFact> balancers,
        List<CertificateStatus> certificates,
        Optional<SortedMap<String, Integer>> drift,
        List<String> complaints,
        List<String> warnings,
        List<String> unseen) {

    public ClusterStatus {
        workloads = List.copyOf(workloads);
        certificates = List.copyOf(certificates);
        complaints = List.copyOf(complaints);
        warnings = List.copyOf(warnings);
        unseen = List.copyOf(unseen);
    }

    /** One of which only the complaints are known. */
    public static ClusterStatus of(List<String> complaints) {
        return new ClusterStatus(
                new TreeMap<>(),
                List.of(),
                new TreeMap<>(),
                new TreeMap<>(),
                List.of(),
                Optional.of(new TreeMap<>()),
                complaints,
                List.of(),
                List.of());
    }

    /** The same, with what differs from the inventory, which was looked at. */
    ClusterStatus with(SortedMap<String, Integer> differences) {
        List<String> told = new ArrayList<>(warnings);
        differences.forEach(
                (host, count) -> told.add(host + ": " + count + (count == 1 ? " thing differs" : " things differ")
                        + " from the inventory; plan --host " + host + " shows what"));
        return new ClusterStatus(
                nodes, workloads, etcd, balancers, certificates, Optional.of(differences), complaints, told, List.of());
    }

    /** Whether nothing that was looked at is broken. */
    public boolean isWell() {
        return complaints.isEmpty();
    }

    /** Whether everything was looked at, and nothing is broken or soon will be. */
    public boolean isAllWell() {
        return isWell() && warnings.isEmpty() && unseen.isEmpty();
    }
}
