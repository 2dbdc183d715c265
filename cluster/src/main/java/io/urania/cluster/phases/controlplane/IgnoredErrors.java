package io.urania.cluster.phases.controlplane;

import io.urania.cluster.spec.ClusterSpec;
import io.urania.cluster.spec.EtcdInstance;
import io.urania.cluster.value.etcd.EtcdDeployment;
import java.util.ArrayList;
import java.util.List;

/**
 * The checks of kubeadm's preflight whose failing is not an error here, each by its name: never {@code all}. A check of a path or a port has
 * it in its name (cmd/kubeadm/app/preflight/checks.go, the same from Kubernetes 1.19 to 1.36).
 */
final class IgnoredErrors {

    /**
     * What Urania checks itself, or knows better: SystemVerification refuses cgroup version 1, which the kubelet's own
     * configuration allows; NumCPU and Mem refuse small Raspberry Pis (the inventory's minimal_node_memory_mb decides);
     * Swap is the inventory's choice; HTTPProxyCIDR fails in kubeadm 1.19 built with a newer Go, whose URL parser is
     * stricter; bridge-nf-call-iptables is not there in a kernel that filters bridges otherwise; ImagePull would ask a
     * registry for what the bundle has brought.
     */
    private static final List<String> ALWAYS = List.of(
            "SystemVerification",
            "NumCPU",
            "Mem",
            "Swap",
            "HTTPProxyCIDR",
            "FileContent--proc-sys-net-bridge-bridge-nf-call-iptables",
            "FileContent--proc-sys-net-bridge-bridge-nf-call-ip6tables",
            "ImagePull",
            "Service-Kubelet");

    private static final String STATIC_PODS = "/etc/kubernetes/manifests";

    private IgnoredErrors() {}

    /** For {@code --ignore-preflight-errors}. */
    static String flag(ClusterSpec spec) {
        List<String> checks = new ArrayList<>(ALWAYS);
        checks.addAll(remnants(spec));
        return String.join(",", checks);
    }

    /**
     * What an earlier attempt that was cut off has left; kubeadm uses its files again, and whether a port is taken by somebody else is a
     * question of Urania's own preflight.
     */
    private static List<String> remnants(ClusterSpec spec) {
        List<String> remnants = new ArrayList<>(List.of(
                "DirAvailable-" + name(STATIC_PODS),
                available(STATIC_PODS + "/kube-apiserver.yaml"),
                available(STATIC_PODS + "/kube-controller-manager.yaml"),
                available(STATIC_PODS + "/kube-scheduler.yaml"),
                available("/etc/kubernetes/kubelet.conf"),
                available("/etc/kubernetes/bootstrap-kubelet.conf"),
                available(spec.paths().certificates() + "/ca.crt"),
                "Port-" + spec.apiServer().port(),
                "Port-10250",
                "Port-10257",
                "Port-10259"));
        if (spec.etcd().deployment() == EtcdDeployment.KUBEADM) {
            remnants.addAll(List.of(
                    available(STATIC_PODS + "/etcd.yaml"),
                    "DirAvailable-" + name(spec.etcd().main().dataDirectory()),
                    "Port-" + EtcdInstance.CLIENT_PORT,
                    "Port-" + EtcdInstance.PEER_PORT));
        }
        return remnants;
    }

    private static String available(String file) {
        return "FileAvailable-" + name(file);
    }

    private static String name(String path) {
        return path.replace('/', '-');
    }
}
