package io.urania.artifacts.version;

import io.urania.artifacts.Architecture;
import io.urania.artifacts.KubernetesVersion;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * All that depends on the Kubernetes minor and is a fact about Kubernetes itself; versions of what a bundle has are those of its {@link
 * io.urania.artifacts.component.Component components}. Versions of programs are written as their project tags them: with a leading v.
 *
 * @param minor such as {@code 1.36}
 * @param kubeadmApi the group and version of kubeadm's configuration, such as {@code kubeadm.k8s.io/v1beta4}
 * @param registry where upstream's images are named to come from, and where kubeadm of this minor expects them
 * @param architectures for which architectures upstream releases node programs of this minor
 * @param etcd the etcd that kubeadm expects
 * @param kubeadmCoreDns the CoreDNS that kubeadm would deploy by itself
 * @param containerd which containerd, and from where
 * @param runc where runc comes from
 * @param kubeProxyModes the modes this minor's kube-proxy has, and how they stand
 * @param cgroupV1 what happens on a host with cgroup version 1
 * @param apply how manifests are applied
 * @param controlPlane labels and taints of control plane nodes
 * @param goSources the exact versions that can be built from Go modules: their checksums are pinned
 */
public record VersionEntry(
        String minor,
        String kubeadmApi,
        String registry,
        Set<Architecture> architectures,
        EtcdVersions etcd,
        String kubeadmCoreDns,
        ContainerdRule containerd,
        PackageOrigin runc,
        Map<KubeProxyMode, Standing> kubeProxyModes,
        CgroupV1 cgroupV1,
        ManifestApply apply,
        ControlPlaneNames controlPlane,
        List<KubernetesVersion> goSources) {

    public VersionEntry {
        architectures = Set.copyOf(architectures);
        kubeProxyModes = Map.copyOf(kubeProxyModes);
        goSources = List.copyOf(goSources);
    }

    /** Whether this exact version can be built from Go modules. */
    public boolean hasGoSources(KubernetesVersion version) {
        return goSources.contains(version);
    }
}
