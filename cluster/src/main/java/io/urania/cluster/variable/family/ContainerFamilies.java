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
                    "Kubernetes has had no support for Docker since 1.24; the runtime is containerd"),
            family(
                    Reason.LATER,
                    "crio_* crun_* youki_* kata_* gvisor_* nerdctl_*",
                    "settings of runtimes other than containerd, and of their programs",
                    "Urania installs only containerd with runc so far"),
            family(
                    Reason.LATER,
                    "containerd_registry_auth",
                    "passwords of registries",
                    "images come from the bundle; pods name their own imagePullSecrets"),
            family(
                    Reason.LATER,
                    "containerd_* runc_* runc_bin_dir cri_socket cri_stop_containers_grace_period nri_enabled",
                    "further settings of containerd and runc",
                    "Urania has no such setting yet: containerd's file is made for the Kubernetes version"));

    private ContainerFamilies() {}
}
