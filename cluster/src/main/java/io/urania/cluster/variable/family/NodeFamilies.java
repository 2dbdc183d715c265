package io.urania.cluster.variable.family;

import static io.urania.cluster.variable.family.Family.family;

import io.urania.cluster.variable.Effect.Reason;
import java.util.List;

/** Kubelets, hosts and operations: what has no effect, by families of names. */
final class NodeFamilies {
    static final List<Family> ALL = List.of(
            family(
                    Reason.ALWAYS,
                    "kubelet_csr_approver_*",
                    "how Kubespray installs the approver of kubelets' serving certificates",
                    "Urania has an approver of its own, which knows the inventory's names and addresses"),
            family(
                    Reason.ALWAYS,
                    "kubelet_address kubelet_authentication_token_webhook kubelet_authorization_mode_webhook "
                            + "kubelet_rotate_certificates kubelet_healthz_port kubelet_healthz_bind_address "
                            + "kubelet_runtime_cgroups kubelet_runtime_cgroups_cgroupfs "
                            + "kubelet_kubelet_cgroups_cgroupfs kubelet_config_extra_args_cgroupfs kube_service_cgroups",
                    "what every kubelet of Urania has",
                    "kubelets ask the API server who may do what, renew their certificates, serve their health at 127.0.0.1:10248 and"
                            + " find control groups by themselves; their addresses are the nodes' ip and ip6"),
            family(
                    Reason.LATER,
                    "kubelet_* eviction_*",
                    "other settings of the kubelet",
                    "other settings of the kubelet are not supported yet"),
            family(
                    Reason.ALWAYS,
                    "kube_reserved_* system_reserved_* kube_ephemeral_* kube_pid_* kube_service_cgroups "
                            + "kube_master_* system_ephemeral_* system_pid_* system_master_*",
                    "amounts for control plane hosts alone, and slices",
                    "group_vars/kube_control_plane.yml may have amounts of its own (kube_memory_reserved and the like); the control"
                            + " groups are those of kube_reserved_cgroups and system_reserved_cgroups"),
            family(
                    Reason.ALWAYS,
                    "sysctl_* conntrack_modules",
                    "how Kubespray writes kernel parameters",
                    "they are in /etc/sysctl.d/zz-urania.conf; one that the kernel does not have is left for later boots"),
            family(
                    Reason.ALWAYS,
                    "override_system_hostname",
                    "whether the hosts are named as in the inventory",
                    "every host is named by the first part of its name in the inventory"),
            family(
                    Reason.ANSIBLE,
                    "system_upgrade* ubuntu_* upgrade_* drain_* delete_node_* allow_ungraceful_removal "
                            + "flush_iptables reset_* dns_late post_upgrade_hooks unarchive_extra_opts kubectl_alias ping_access_ip ssh_bastion_* ansible_ssh_private_key "
                            + "test_image_*",
                    "how Kubespray's other playbooks work",
                    "Urania's commands work from facts"),
            family(
                    Reason.INVENTORY,
                    "namespace k8s_namespace storage_classes snapshot_classes",
                    "names that several of Kubespray's roles share",
                    "Urania does not read them"));

    private NodeFamilies() {}
}
