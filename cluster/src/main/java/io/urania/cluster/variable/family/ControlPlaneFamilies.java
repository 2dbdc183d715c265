package io.urania.cluster.variable.family;

import static io.urania.cluster.variable.family.Family.family;

import io.urania.cluster.variable.Effect.Reason;
import java.util.List;

/** etcd and the control plane: what has no effect, by families of names. */
final class ControlPlaneFamilies {
    static final List<Family> ALL = List.of(
            family(
                    Reason.ALWAYS,
                    "etcd_access_address* etcd_address etcd_client_url etcd_peer_* etcd_events_access_* "
                            + "etcd_events_client_url etcd_events_peer_* etcd_hosts etcd_metrics_addresses "
                            + "kube_apiserver_access_address kube_apiserver_address kube_apiserver_count "
                            + "kube_apiserver_endpoint kube_apiserver_global_endpoint "
                            + "kube_apiserver_insecure_endpoint kube_apiserver_client_* first_kube_* fallback_ip "
                            + "fallback_ips fallback_ips_base main_ip main_ips main_access_ip main_access_ips "
                            + "is_kube_master is_etcd_master kube_service_subnets kube_pods_subnets kubectl "
                            + "rbac_enabled kube_node_addresses control_plane_is_converged secrets_encryption_query",
                    "values that Kubespray computes",
                    "Urania computes them itself from hosts and groups; expressions of the inventory may "
                            + "use them"),
            family(
                    Reason.ALWAYS,
                    "etcd_cert_* etcd_config_dir etcd_script_dir etcd_owner etcd_node_cert_hosts "
                            + "etcd_cluster_setup etcd_backup_prefix "
                            + "etcd_retries kube_etcd_* force_etcd* etcd_blkio_weight etcd_cpu_limit etcd_snapshot "
                            + "etcd_metrics_service_labels certificates_duration certificates_key_size",
                    "how Kubespray installs etcd",
                    "Urania issues etcd's certificates on the machine that runs it, and sets up its service on the "
                            + "hosts"),
            family(Reason.LATER, "etcd_*", "other settings of etcd", "other settings of etcd are not supported yet"),
            family(
                    Reason.ALWAYS,
                    "kube_asymetric_* kube_asymmetric_*",
                    "older names and parts of kube_asymmetric_encryption_algorithm",
                    "kubeadm makes RSA keys of 2048 bits, unless kube_asymmetric_encryption_algorithm says otherwise"),
            family(
                    Reason.ALWAYS,
                    "audit_log_name audit_log_mountpath audit_policy_* audit_webhook_config_file",
                    "where Kubespray has the audit policy",
                    "Urania has its own places: see audit_log_path and audit_policy_custom_rules"),
            family(
                    Reason.REMOVED,
                    "podsecuritypolicy_*",
                    "policies of PodSecurityPolicy",
                    "Kubernetes 1.25 removed them; where it has them, Urania's own are used"),
            family(
                    Reason.REMOVED,
                    "kube_users kube_users_dir kube_api_pwd",
                    "basic authentication",
                    "Kubernetes 1.19 removed them; use certificates or service accounts"),
            family(
                    Reason.REMOVED,
                    "kube_apiserver_insecure_bind_address",
                    "insecure address of the API server, without TLS and authentication",
                    "Kubernetes 1.24 removed it, and Urania never opens it"),
            family(
                    Reason.REMOVED,
                    "kubeadm_enabled kubeadm_control_plane kubelet_deployment_type "
                            + "kubeadm_use_hyperkube_image feature_gate_* kube_apiserver_admission_control "
                            + "apiserver_custom_flags controller_mgr_custom_flags scheduler_custom_flags "
                            + "kubelet_enable_cri "
                            + "kubelet_cgroups_per_qos kubelet_disable_shared_pid enable_ssl skip_non_kubeadm_warning "
                            + "adduser addusers",
                    "obsolete ways of installing Kubernetes",
                    "Urania always uses kubeadm, and control plane hosts always join"),
            family(
                    Reason.LATER,
                    "kubelet_custom_flags kubelet_node_custom_flags",
                    "flags of the kubelet",
                    "kubelets have their settings in a file; write its fields into kubelet_config_extra_args"),
            family(
                    Reason.LATER,
                    "upgrade_cluster_setup",
                    "whether a cluster is upgraded as a whole",
                    "a cluster keeps its version of Kubernetes"),
            family(
                    Reason.ANSIBLE,
                    "unsafe_show_logs",
                    "whether Ansible's output has secrets in it",
                    "Urania's never has"),
            family(
                    Reason.ALWAYS,
                    "kubeadm_* discovery_timeout control_plane_* kube_cert_compat_dir " + "kube_front_proxy_ca",
                    "how Kubespray runs kubeadm",
                    "Urania runs kubeadm itself, based on facts"),
            family(
                    Reason.ALWAYS,
                    "kube_owner kube_hostpath_dynamic_provisioner ssl_ca_dirs " + "kubernetes_user_manifests_path",
                    "details of Kubespray's control plane",
                    "they are as kubeadm sets them"),
            family(
                    Reason.ALWAYS,
                    "kube_apiserver_storage_backend kube_controller_manager_allocate_node_cidrs "
                            + "kube_apiserver_authentication_config_api_version "
                            + "kube_apiserver_authorization_config_api_version",
                    "what follows from the version and the network",
                    "objects are in etcd 3, nodes get networks of the pods' range, and files have the version that Kubernetes reads"),
            family(
                    Reason.LATER,
                    "kube_apiserver_* kube_kubeadm_apiserver_extra_args apiserver_* kube_api_* "
                            + "kube_read_only_port kube_profiling kube_resource_quota_*",
                    "other settings of the API server",
                    "other settings of the API server are not supported yet"),
            family(
                    Reason.LATER,
                    "kube_controller_* kube_kubeadm_controller_* controller_manager_* kube_scheduler_* "
                            + "scheduler_*",
                    "other settings of the controller manager and the scheduler",
                    "other settings are not supported yet"),
            family(Reason.LATER, "*_feature_gates", "feature gates", "Kubernetes' own defaults are used"));

    private ControlPlaneFamilies() {}
}
