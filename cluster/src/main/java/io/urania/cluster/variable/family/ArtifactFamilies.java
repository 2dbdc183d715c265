package io.urania.cluster.variable.family;

import static io.urania.cluster.variable.family.Family.family;

import io.urania.cluster.variable.Effect.Reason;
import java.util.List;

/** Downloads, images and versions: what has no effect, by families of names. */
final class ArtifactFamilies {
    static final List<Family> ALL = List.of(
            family(
                    Reason.ANSIBLE,
                    "*_image_repo *_image_tag nodelocaldns_image_repo nodelocaldns_image_tag metrics_server_image_repo "
                            + "metrics_server_image_tag containerd_archive_checksum containerd_archive_checksums containerd_checksum "
                            + "containerd_static_archive_checksum containerd_static_archive_checksums containerd_static_binary "
                            + "containerd_package containerd_package_info containerd_supported_distributions registry_host *_repo_base_url *_repo_gpgkey *_repo_repokey *_repo_component "
                            + "*_download_url *_alternate_download_url *_checksum *_checksums *_image_is_namespaced "
                            + "dashboard_metrics_scraper_* ingress_nginx_kube_webhook_certgen_* "
                            + "vsphere_csi_resizer_tag",
                    "where programs and images come from",
                    "everything comes from the bundle: the version table lists what a version needs, with "
                            + "its checksums"),
            family(
                    Reason.ANSIBLE,
                    "*_version coredns_version nodelocaldns_version metrics_server_version containerd_version nerdctl_version "
                            + "*_version_matrix *_supported_versions *_min_version_required "
                            + "kube_major_version kube_next pod_infra_*",
                    "versions of programs and images",
                    "they follow from kube_version through the version table"),
            family(
                    Reason.ANSIBLE,
                    "download_* downloads skip_downloads skip_kubeadm_images files_repo files_repo_* github_url "
                            + "dl_k8s_io_url storage_googleapis_url get_helm_url debian_repo ubuntu_repo yum_repo "
                            + "gcr_image_repo crio_download_* image_*_command image_*_command_on_localhost "
                            + "image_command_tool image_command_tool_on_localhost crictl_image_* docker_image_* "
                            + "nerdctl_image_* container_manager_on_localhost kubeadm_images "
                            + "kubeadm_image_pull_serial pkg_install_* common_required_pkgs skopeo_* crun_release_url "
                            + "kata_containers_release_url coredns_ordinal_suffix run_gitinfos pip_extra_args "
                            + "leave_etc_backup_files calico_crds_download_url",
                    "how Kubespray downloads and installs",
                    "the machine that runs Urania downloads everything once, verifies it, and copies it to the "
                            + "hosts: see docs/bundles.md"),
            family(
                    Reason.ALWAYS,
                    "https_proxy_cert_file proxy_env proxy_env_defaults proxy_disable_env "
                            + "skip_http_proxy_on_os_packages additional_no_proxy_list",
                    "an HTTP proxy for the hosts",
                    "containerd and the package manager use http_proxy, https_proxy and no_proxy; nothing else on a host "
                            + "needs a proxy"));

    private ArtifactFamilies() {}
}
