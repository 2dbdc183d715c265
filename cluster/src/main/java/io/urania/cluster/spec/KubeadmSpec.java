package io.urania.cluster.spec;

import io.urania.cluster.value.GoDuration;
import io.urania.cluster.value.HostVolume;
import io.urania.cluster.value.KubernetesProgram;
import io.urania.cluster.value.ManifestPatch;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Settings of kubeadm itself.
 *
 * @param initialisation how long {@code kubeadm init} waits for each thing that it has started or asked for
 * @param join the same of {@code kubeadm join}
 * @param featureGates of kubeadm, by name
 * @param volumes of hosts that pods of the control plane have besides
 * @param patches of its manifests, in the order in which they are applied
 * @param certificates fields of its {@code ClusterConfiguration} about certificates, by name
 * @param renewal when a timer looks whether certificates have to be renewed, as a calendar event (systemd.time(7)); empty for never
 */
public record KubeadmSpec(
        GoDuration initialisation,
        GoDuration join,
        SortedMap<String, Boolean> featureGates,
        Map<KubernetesProgram, List<HostVolume>> volumes,
        List<ManifestPatch> patches,
        SortedMap<String, String> certificates,
        Optional<String> renewal) {
    public KubeadmSpec {
        featureGates = Collections.unmodifiableSortedMap(new TreeMap<>(featureGates));
        volumes = Map.copyOf(volumes);
        patches = List.copyOf(patches);
        certificates = Collections.unmodifiableSortedMap(new TreeMap<>(certificates));
    }
}
