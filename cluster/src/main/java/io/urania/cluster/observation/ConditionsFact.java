package io.urania.cluster.observation;

import java.util.List;

/** What runs in a cluster, as one control plane host sees it. */
public sealed interface ConditionsFact {

    /** The host is no control plane host, or its API server does not answer. */
    record Unseen(String reason) implements ConditionsFact {}

    /**
     * The API server has answered.
     *
     * @param workloads all deployments and daemonsets of kube-system
     * @param unwell what is not well, a sentence each
     */
    record Seen(List<Workload> workloads, List<String> unwell) implements ConditionsFact {

        public Seen {
            workloads = List.copyOf(workloads);
            unwell = List.copyOf(unwell);
        }
    }
}
