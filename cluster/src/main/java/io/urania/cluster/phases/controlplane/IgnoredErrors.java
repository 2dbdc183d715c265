package io.urania.cluster.phases.controlplane;

import java.util.List;

/**
 * The checks of kubeadm's preflight whose failing is not an error here, each by its name: never {@code all}.
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
            "ImagePull",
            "Service-Kubelet");

    /** What an earlier attempt that was cut off has left; kubeadm uses its files again. */
    private static final List<String> REMNANTS = List.of(
            "DirAvailable--etc-kubernetes-manifests",
            "FileAvailable--etc-kubernetes-manifests-kube-apiserver.yaml",
            "FileAvailable--etc-kubernetes-manifests-kube-controller-manager.yaml",
            "FileAvailable--etc-kubernetes-manifests-kube-scheduler.yaml",
            "FileAvailable--etc-kubernetes-kubelet.conf",
            "FileAvailable--etc-kubernetes-bootstrap-kubelet.conf",
            "FileAvailable--etc-kubernetes-ssl-ca.crt",
            "Port-6443",
            "Port-10250",
            "Port-10257",
            "Port-10259");

    private IgnoredErrors() {}

    /** For {@code --ignore-preflight-errors}. */
    static String flag() {
        return String.join(",", ALWAYS) + "," + String.join(",", REMNANTS);
    }
}
