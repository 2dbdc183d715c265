package io.urania.cluster.spec;

import io.urania.cluster.value.Taint;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * A machine of the Kubernetes cluster.
 *
 * @param host the machine
 * @param controlPlane whether it runs the API server, the scheduler and the controllers
 * @param runsPods whether ordinary pods may run on it: a control plane host in group {@code kube_node} has no control plane taint
 * @param labels every label to set, {@code node-role.kubernetes.io/…} included; those Kubernetes sets itself are not here
 * @param taints those the inventory asks for, without the control plane's own
 * @param kubelet settings of the kubelet on this node
 * @param sysctls parameters of the kernel besides those that every node needs, by name
 */
public record NodeSpec(
        HostSpec host,
        boolean controlPlane,
        boolean runsPods,
        SortedMap<String, String> labels,
        List<Taint> taints,
        KubeletSpec kubelet,
        SortedMap<String, String> sysctls) {
    /** Prefix of the labels from which {@code kubectl get nodes} makes its column ROLES. */
    public static final String ROLE_PREFIX = "node-role.kubernetes.io/";

    public NodeSpec {
        labels = Collections.unmodifiableSortedMap(new TreeMap<>(labels));
        taints = List.copyOf(taints);
        sysctls = Collections.unmodifiableSortedMap(new TreeMap<>(sysctls));
    }

    public String name() {
        return host.name();
    }

    /** The roles that labels give it, such as {@code infra} or {@code worker}; the control plane's own role is not among them. */
    public SortedSet<String> roles() {
        SortedSet<String> roles = new TreeSet<>();
        labelsWhere(key -> key.startsWith(ROLE_PREFIX))
                .keySet()
                .forEach(key -> roles.add(key.substring(ROLE_PREFIX.length())));
        return roles;
    }

    /** The labels that only the API sets, because a kubelet may not give them to itself: the role labels, and most of Kubernetes' own domains. */
    public SortedMap<String, String> roleLabels() {
        return labelsWhere(key -> !KubeletLabels.allows(key));
    }

    /** All other labels, which the kubelet may give its node when it joins. */
    public SortedMap<String, String> otherLabels() {
        return labelsWhere(KubeletLabels::allows);
    }

    private SortedMap<String, String> labelsWhere(Predicate<String> wanted) {
        SortedMap<String, String> result = new TreeMap<>(labels);
        result.keySet().removeIf(wanted.negate());
        return Collections.unmodifiableSortedMap(result);
    }
}
