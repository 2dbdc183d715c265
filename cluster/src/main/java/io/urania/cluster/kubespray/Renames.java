package io.urania.cluster.kubespray;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The newer words for what older releases of Kubespray and Ansible called otherwise. A dot goes into a mapping. */
public final class Renames {
    private static final Map<String, Rename> BY_OLD = new LinkedHashMap<>();

    static {
        kubespray(16, "containerd_config.grpc.max_recv_message_size", "containerd_grpc_max_recv_message_size");
        kubespray(16, "containerd_config.grpc.max_send_message_size", "containerd_grpc_max_send_message_size");
        kubespray(16, "containerd_config.debug.level", "containerd_debug_level");
        kubespray(16, "containerd_config.max_container_log_line_size", "containerd_max_container_log_line_size");
        kubespray(16, "containerd_config.metrics.address", "containerd_metrics_address");
        kubespray(16, "containerd_config.metrics.grpc_histogram", "containerd_metrics_grpc_histogram");
        kubespray(16, "containerd_metadata_root_dir", "containerd_storage_dir");
        kubespray(23, "containerd_config.registries", "containerd_registries_mirrors");
        kubespray(23, "containerd_registries", "containerd_registries_mirrors");
        kubespray(23, "containerd_insecure_registries", "containerd_registries_mirrors");
        kubespray(28, "enable_dual_stack_networks", "ipv6_stack");
        kubespray(22, "use_localhost_as_kubeapi_loadbalancer", "loadbalancer_apiserver_localhost");
        kubespray(20, "etcd_kubeadm_enabled", "etcd_deployment_type");
        kubespray(27, "system_master_memory_reserved", "system_memory_reserved");
        kubespray(27, "system_master_cpu_reserved", "system_cpu_reserved");
        kubespray(27, "kube_master_memory_reserved", "kube_memory_reserved");
        kubespray(27, "kube_master_cpu_reserved", "kube_cpu_reserved");
        kubespray(27, "kube_master_pid_reserved", "kube_pid_reserved");
        kubespray(27, "kube_master_ephemeral_storage_reserved", "kube_ephemeral_storage_reserved");
        kubespray(27, "system_master_ephemeral_storage_reserved", "system_ephemeral_storage_reserved");
        kubespray(13, "kubedns_min_replicas", "dns_min_replicas");
        kubespray(22, "metallb_ip_range", "metallb_config");
        kubespray(22, "metallb_pool_name", "metallb_config");
        kubespray(22, "metallb_auto_assign", "metallb_config");
        kubespray(22, "metallb_peers", "metallb_config");
        kubespray(22, "metallb_additional_address_pools", "metallb_config");
        kubespray(27, "kube_asymetric_encryption_algorithm", "kube_asymmetric_encryption_algorithm");
        kubespray(19, "first_kube_master", "first_kube_control_plane_address");
        ansible("ansible_ssh_host", "ansible_host");
        ansible("ansible_ssh_port", "ansible_port");
        ansible("ansible_ssh_user", "ansible_user");
    }

    private Renames() {}

    /** What an old name is called today; empty if it is no old name. */
    public static Optional<Rename> of(String old) {
        return Optional.ofNullable(BY_OLD.get(old));
    }

    /** Every old name with its rename. */
    public static Map<String, Rename> all() {
        return Map.copyOf(BY_OLD);
    }

    private static void kubespray(int minor, String old, String current) {
        BY_OLD.put(old, new Rename(current, "Kubespray " + new Release(minor)));
    }

    private static void ansible(String old, String current) {
        BY_OLD.put(old, new Rename(current, "Ansible 2.0"));
    }

    /**
     * A newer word for the same setting.
     *
     * @param current the newer name
     * @param since what called it so first: {@code Kubespray 2.16}
     */
    public record Rename(String current, String since) {}
}
