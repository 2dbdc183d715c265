package io.urania.cluster.spec;

import java.nio.file.Path;

/**
 * Directories on the hosts, and on the machine Urania runs on.
 *
 * @param programs where programs are installed on hosts
 * @param cniPrograms where CNI plugins are installed on nodes
 * @param configuration kubeadm's and kubelet's files on nodes
 * @param manifests static pods on control plane hosts
 * @param certificates Kubernetes' certificates on nodes
 * @param credentials on this machine: secrets, mode 0700
 * @param artifacts on this machine: what a deployment hands out, such as {@code admin.conf}
 */
public record PathsSpec(
        String programs,
        String cniPrograms,
        String configuration,
        String manifests,
        String certificates,
        Path credentials,
        Path artifacts) {}
