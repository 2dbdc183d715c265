package io.urania.cluster.operation;

import io.urania.cluster.component.NetworkPlugin;
import io.urania.cluster.component.network.NetworkPlugins;
import io.urania.cluster.phase.HostArtifacts;
import io.urania.cluster.spec.ClusterSpec;
import io.urania.cluster.spec.HostSpec;
import java.util.ArrayList;
import java.util.List;

/** What Urania writes to a host, for hosts that were set up before they noted it themselves. */
final class ResetFiles {

    private static final List<String> NODE_FILES = List.of(
            "/etc/containerd/config.toml",
            "/etc/containerd/certs.d",
            "/etc/crictl.yaml",
            "/etc/ssl/etcd",
            "/etc/systemd/system/containerd.service",
            "/etc/systemd/system/kubelet.service",
            "/opt/cni/bin/bridge",
            "/opt/cni/bin/host-local",
            "/opt/cni/bin/loopback",
            "/opt/cni/bin/portmap");
    private static final List<String> NODE_PROGRAMS =
            List.of("containerd", "containerd-shim-runc-v2", "crictl", "ctr", "kubeadm", "kubectl", "kubelet");
    private static final List<String> ETCD_FILES =
            List.of("/etc/etcd", "/etc/etcd.env", "/etc/ssl/etcd", "/etc/systemd/system/etcd.service");
    private static final List<String> ETCD_PROGRAMS = List.of("etcd", "etcdctl");
    private static final List<String> BALANCER_FILES = List.of("/etc/haproxy/haproxy.cfg", "/etc/profile.d/haproxy.sh");

    private ResetFiles() {}

    /** Absolute paths of files and directories. */
    static List<String> of(ClusterSpec spec, HostSpec host) {
        String programs = spec.paths().programs() + "/";
        List<String> paths = new ArrayList<>();
        if (spec.node(host.name()).isPresent()) {
            paths.addAll(NODE_FILES);
            for (NetworkPlugin plugin : NetworkPlugins.ALL) {
                paths.add(plugin.cniList().path());
                plugin.cniPrograms().forEach(program -> paths.add(HostArtifacts.CNI_PROGRAMS + "/" + program));
            }
            NODE_PROGRAMS.forEach(program -> paths.add(programs + program));
        }
        if (spec.etcdMemberOn(host.name()).isPresent()) {
            paths.addAll(ETCD_FILES);
            ETCD_PROGRAMS.forEach(program -> paths.add(programs + program));
        }
        if (spec.balancers().contains(host)) {
            paths.addAll(BALANCER_FILES);
        }
        return List.copyOf(paths);
    }
}
