package io.urania.artifacts.version;

import io.urania.artifacts.Architecture;
import io.urania.artifacts.KubernetesVersion;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * All that depends on the Kubernetes minor. Versions of programs are written as their project tags them: with a leading
 * v, but for pause.
 *
 * @param minor such as {@code 1.36}
 * @param kubeadmApi the group and version of kubeadm's configuration, such as {@code kubeadm.k8s.io/v1beta4}
 * @param registry where upstream's images are named to come from, and where kubeadm of this minor expects them
 * @param architectures for which architectures upstream releases node programs of this minor
 * @param etcd the etcd versions
 * @param coreDns the CoreDNS versions and its image's name
 * @param pause the tag of the pause image
 * @param crictl the version of crictl
 * @param cniPlugins the version of the CNI plugins (bridge, host-local, loopback, portmap)
 * @param containerd which containerd, and from where
 * @param runc where runc comes from
 * @param flannel the version of flannel
 * @param flannelCniPlugin the version of the containernetworking/plugins release with flannel's CNI plugin
 * @param metricsServer the version of metrics-server
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
        CoreDnsVersions coreDns,
        String pause,
        String crictl,
        String cniPlugins,
        ContainerdRule containerd,
        PackageOrigin runc,
        String flannel,
        String flannelCniPlugin,
        String metricsServer,
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
