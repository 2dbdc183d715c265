package io.urania.cluster.spec;

/**
 * Least memory of the hosts, in MiB as the kernel reports it; less is refused before anything is changed.
 *
 * @param node of every node
 * @param controlPlane of a control plane host
 */
public record MemoryRequirement(int node, int controlPlane) {}
