package io.urania.cluster.spec;

import io.urania.cluster.value.GoDuration;

/**
 * How long kubeadm waits for each thing that it has started or asked for.
 *
 * @param initialisation in {@code kubeadm init}
 * @param join in {@code kubeadm join}
 */
public record KubeadmSpec(GoDuration initialisation, GoDuration join) {}
