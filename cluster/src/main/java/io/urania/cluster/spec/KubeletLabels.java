package io.urania.cluster.spec;

import java.util.List;
import java.util.Set;

/**
 * Which labels a kubelet may give its own node. It refuses to start with others of Kubernetes' own domains
 * (Kubernetes, {@code k8s.io/kubelet/pkg/apis/well_known_labels.go}; admission plugin NodeRestriction).
 */
final class KubeletLabels {
    private static final List<String> KUBERNETES = List.of("kubernetes.io", "k8s.io");
    private static final List<String> KUBELET = List.of("kubelet.kubernetes.io", "node.kubernetes.io");
    private static final Set<String> WELL_KNOWN = Set.of(
            "topology.kubernetes.io/zone",
            "topology.kubernetes.io/region",
            "failure-domain.beta.kubernetes.io/zone",
            "failure-domain.beta.kubernetes.io/region",
            "beta.kubernetes.io/instance-type");

    private KubeletLabels() {}

    static boolean allows(String key) {
        int slash = key.indexOf('/');
        String domain = slash < 0 ? "" : key.substring(0, slash);
        return !isWithin(domain, KUBERNETES) || isWithin(domain, KUBELET) || WELL_KNOWN.contains(key);
    }

    private static boolean isWithin(String domain, List<String> parents) {
        return parents.stream().anyMatch(parent -> domain.equals(parent) || domain.endsWith("." + parent));
    }
}
