package io.urania.cluster.component.addon.coredns;

import io.urania.cluster.component.Tolerations;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Where CoreDNS' pods run: on control plane hosts, and on other nodes as well where there are to be more of them than of those hosts.
 *
 * @param app label {@code k8s-app} of the pods
 * @param controlPlane label of control plane hosts
 * @param everywhere whether other nodes are needed
 * @param further tolerations besides those that the pods need
 */
record Placement(String app, String controlPlane, boolean everywhere, List<Object> further) {

    Map<String, Object> nodeSelector() {
        return everywhere ? map("kubernetes.io/os", "linux") : map(controlPlane, "");
    }

    /** The first control plane host is the only node when this is applied: pods that need not be apart would stay on it. */
    Map<String, Object> affinity() {
        Map<String, Object> affinity = new LinkedHashMap<>();
        if (everywhere) {
            affinity.put("nodeAffinity", map("preferredDuringSchedulingIgnoredDuringExecution", list(preferred())));
        }
        Map<String, Object> term = map("topologyKey", "kubernetes.io/hostname");
        term.put("labelSelector", map("matchLabels", map("k8s-app", app)));
        affinity.put("podAntiAffinity", map("requiredDuringSchedulingIgnoredDuringExecution", list(term)));
        return affinity;
    }

    private Map<String, Object> preferred() {
        Map<String, Object> expression = map("key", controlPlane);
        expression.put("operator", "Exists");
        Map<String, Object> preferred = map("weight", 100);
        preferred.put("preference", map("matchExpressions", list(expression)));
        return preferred;
    }

    List<Object> tolerations() {
        List<Object> tolerations = list(Tolerations.of("CriticalAddonsOnly"));
        tolerations.addAll(Tolerations.ofControlPlane());
        tolerations.addAll(further);
        return tolerations;
    }

    private static Map<String, Object> map(String key, Object value) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put(key, value);
        return map;
    }

    private static List<Object> list(Object element) {
        return new ArrayList<>(List.of(element));
    }
}
