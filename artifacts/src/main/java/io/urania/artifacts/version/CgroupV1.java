package io.urania.artifacts.version;

/** What a Kubernetes minor does on a host with cgroup version 1 (KEP-5573). */
public enum CgroupV1 {
    SUPPORTED,
    /** It works and gets no more features: Kubernetes 1.31 to 1.34. */
    MAINTENANCE,
    /** The kubelet refuses to start unless its configuration says {@code failCgroupV1: false}: from Kubernetes 1.35. */
    REFUSED_UNLESS_ALLOWED
}
