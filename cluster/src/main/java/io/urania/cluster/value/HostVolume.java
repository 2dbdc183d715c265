package io.urania.cluster.value;

import java.util.Optional;

/**
 * A file or directory of a host that a pod of the control plane has (Kubernetes reference, "kubeadm Configuration", HostPathMount).
 *
 * @param hostPath where it is on the host
 * @param mountPath where it is in the pod
 * @param pathType what has to be there, as HostPathType says it; empty for anything
 */
public record HostVolume(String name, String hostPath, String mountPath, boolean readOnly, Optional<String> pathType) {}
