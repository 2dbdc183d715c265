package io.urania.cluster.variable.family;

import static io.urania.cluster.variable.family.Family.family;

import io.urania.cluster.variable.Effect.Reason;
import java.util.List;

/** Clouds and operating systems that a rack does not have: what has no effect, by families of names. */
final class CloudFamilies {
    static final List<Family> ALL = List.of(
            family(Reason.ELSEWHERE, "aws_* alb_ingress_*", "Amazon Web Services", "the hosts are in a rack"),
            family(
                    Reason.ELSEWHERE,
                    "azure_* growpart_azure_enabled storage_account_type",
                    "Microsoft Azure",
                    "the hosts are in a rack"),
            family(
                    Reason.ELSEWHERE,
                    "openstack_* external_openstack_* cinder_* restrict_az_provisioning expand_persistent_volumes",
                    "OpenStack",
                    "the hosts are in a rack"),
            family(Reason.ELSEWHERE, "vsphere_* external_vsphere_*", "VMware vSphere", "the hosts are in a rack"),
            family(
                    Reason.ELSEWHERE,
                    "gcp_* oci_* external_oracle_* external_huawei* external_hcloud_* upcloud_* "
                            + "external_cloud_provider",
                    "clouds of Google, Oracle, Huawei, Hetzner and UpCloud",
                    "the hosts are in a rack"),
            family(
                    Reason.ELSEWHERE,
                    "cloud_image cloud_image_* cloud_machine_type cloud_region mode startup_script "
                            + "vm_memory cluster_layout hydrophone_* no_group_vars sonobuoy_enabled",
                    "how Kubespray's own tests create their machines",
                    "the hosts are in a rack"),
            family(
                    Reason.ELSEWHERE,
                    "coreos_* bootstrap_os is_atomic is_fedora_coreos rh_subscription_* rhel_* centos_* "
                            + "epel_enabled use_oracle_public_repo fedora_coreos_packages disable_fapolicyd "
                            + "preinstall_selinux_state yum_* redhat_* openeuler_* podman_remove_packages_yum "
                            + "pyrepo_* allow_unsupported_distribution_setup supported_os_distributions "
                            + "debian_os_family_extensions host_os host_architecture _host_* image_arch",
                    "other operating systems",
                    "Urania supports Raspberry Pi OS, Debian, Ubuntu and Arch Linux ARM"),
            family(Reason.ELSEWHERE, "nvidia_*", "Nvidia GPUs", "a Raspberry Pi has none"));

    private CloudFamilies() {}
}
