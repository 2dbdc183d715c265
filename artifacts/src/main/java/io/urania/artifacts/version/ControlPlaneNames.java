package io.urania.artifacts.version;

import java.util.List;

/**
 * What kubeadm of a minor writes on a control plane's node (KEP-2067).
 *
 * @param labels label keys, each without a value
 * @param taints taint keys, each with the effect NoSchedule
 */
public record ControlPlaneNames(List<String> labels, List<String> taints) {
    public ControlPlaneNames {
        labels = List.copyOf(labels);
        taints = List.copyOf(taints);
    }
}
