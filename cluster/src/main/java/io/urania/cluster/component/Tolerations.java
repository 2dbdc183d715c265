package io.urania.cluster.component;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Tolerations of pods, as a pod has them. */
public final class Tolerations {

    private Tolerations() {}

    /** Of every taint with a key. */
    public static Map<String, Object> of(String key) {
        Map<String, Object> toleration = new LinkedHashMap<>();
        toleration.put("key", key);
        toleration.put("operator", "Exists");
        return toleration;
    }

    /** Of control plane hosts, under their name of today and the one before Kubernetes 1.24 (KEP-2067). */
    public static List<Object> ofControlPlane() {
        List<Object> tolerations = new ArrayList<>();
        for (String role : List.of("control-plane", "master")) {
            Map<String, Object> toleration = of("node-role.kubernetes.io/" + role);
            toleration.put("effect", "NoSchedule");
            tolerations.add(toleration);
        }
        return tolerations;
    }
}
