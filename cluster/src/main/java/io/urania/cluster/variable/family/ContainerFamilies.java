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
                    Reason.LATER,
                    "containerd_* runc_* runc_bin_dir cri_socket cri_stop_containers_grace_period nri_enabled",
                    "other settings of containerd and runc",
                    "not supported yet: containerd's configuration is generated for the Kubernetes version"));

    private ContainerFamilies() {}
}
