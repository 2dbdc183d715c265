package io.urania.cluster.value;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A file or directory of a host that a pod of the control plane has (Kubernetes reference, "kubeadm Configuration", HostPathMount).
 *
 * @param hostPath where it is on the host
 * @param mountPath where it is in the pod
 * @param pathType what has to be there, as HostPathType says it; empty for anything
 */
public record HostVolume(String name, String hostPath, String mountPath, boolean readOnly, Optional<String> pathType) {

    /** As kubeadm's configuration has it. */
    public Map<String, Object> tree() {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("name", name);
        tree.put("hostPath", hostPath);
        tree.put("mountPath", mountPath);
        tree.put("readOnly", readOnly);
        pathType.ifPresent(type -> tree.put("pathType", type));
        return tree;
    }
}
