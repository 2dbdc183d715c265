package io.urania.cluster.variable.family;

import static io.urania.cluster.variable.family.Family.family;

import io.urania.cluster.variable.Effect.Reason;
import java.util.List;

/** Container runtimes: what has no effect, by families of names. */
final class ContainerFamilies {
    static final List<Family> ALL = List.of(
            family(
                    Reason.REMOVED,
                    "docker_* dockerproject_* cri_dockerd_* enable_cdi",
                    "settings of Docker",
                    "Kubernetes has not supported Docker since 1.24; the runtime is containerd"),
            family(
                    Reason.LATER,
                    "crio_* crun_* youki_* kata_* gvisor_* nerdctl_*",
                    "settings of runtimes other than containerd",
                    "Urania installs only containerd with runc so far"),
            family(
                    Reason.ALWAYS,
                    "containerd_runc_runtime containerd_use_systemd_cgroup runc_* cri_socket cri_stop_containers_grace_period",
                    "how Kubespray sets up runc",
                    "runc is the system's package, its control groups are the kubelet's, and pods end by the kubelet's grace period"),
            family(
                    Reason.ALWAYS,
                    "containerd_bin_dir containerd_cfg_dir containerd_systemd_dir containerd_discard_unpacked_layers",
                    "where Kubespray puts containerd, and what it keeps of images",
                    "programs are in bin_dir, the configuration is in /etc/containerd; containerd 2 has no such setting of images"),
            family(
                    Reason.LATER,
                    "containerd_*",
                    "other settings of containerd",
                    "containerd's configuration is written from variables: containerd_extra_runtime_args has what no other has"));

    private ContainerFamilies() {}
}
