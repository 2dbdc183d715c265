package io.urania.cluster.spec;

import io.urania.cluster.value.GoDuration;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Settings of kubeadm itself.
 *
 * @param initialisation how long {@code kubeadm init} waits for each thing that it has started or asked for
 * @param join the same of {@code kubeadm join}
 * @param certificates fields of its {@code ClusterConfiguration} about certificates, by name
 */
public record KubeadmSpec(GoDuration initialisation, GoDuration join, SortedMap<String, String> certificates) {
    public KubeadmSpec {
        certificates = Collections.unmodifiableSortedMap(new TreeMap<>(certificates));
    }
}
