package io.urania.cluster.variable.rows;

import static io.urania.cluster.variable.Variable.ignored;
import static io.urania.cluster.variable.Variable.later;

import io.urania.cluster.variable.Effect.Reason;
import io.urania.cluster.variable.Variable;
import java.util.List;

/** Add-ons that Kubespray has and Urania has not. */
public final class AddonVariables {
    public static final List<Variable<?>> ALL = List.of(
            later("registry_enabled", "a registry in the cluster", "no registry runs in the cluster"),
            later(
                    "ingress_nginx_enabled",
                    "the ingress controller ingress-nginx",
                    "no ingress controller is installed"),
            later("cert_manager_enabled", "cert-manager", "cert-manager is not installed"),
            later("metallb_enabled", "MetalLB, for services of type LoadBalancer", "MetalLB is not installed"),
            later("dashboard_enabled", "the Kubernetes dashboard", "the dashboard is not installed"),
            later(
                    "local_path_provisioner_enabled",
                    "volumes in a directory of the node (local path provisioner)",
                    "the local path provisioner is not installed"),
            later(
                    "local_volume_provisioner_enabled",
                    "volumes from disks of the node (local volume provisioner)",
                    "the local volume provisioner is not installed"),
            later("argocd_enabled", "Argo CD", "Argo CD is not installed"),
            later(
                    "csi_snapshot_controller_enabled",
                    "the snapshot controller",
                    "the snapshot controller is not installed"),
            later(
                    "node_feature_discovery_enabled",
                    "labels that describe the nodes' hardware",
                    "Node Feature Discovery is not installed"),
            later(
                    "prometheus_operator_crds_enabled",
                    "the custom resource definitions of the Prometheus operator",
                    "the custom resource definitions of the Prometheus operator are not installed"),
            later("scheduler_plugins_enabled", "a second scheduler with plugins", "there is one scheduler"),
            later("gateway_api_enabled", "Kubernetes' Gateway API", "the Gateway API is not installed"),
            ignored(
                    "cephfs_provisioner_enabled",
                    "volumes of CephFS",
                    Reason.REMOVED,
                    "its project was archived, and Kubespray 2.28 removed it; Ceph volumes need the CSI driver"),
            ignored(
                    "rbd_provisioner_enabled",
                    "volumes of Ceph RBD",
                    Reason.REMOVED,
                    "its project was archived, and Kubespray 2.28 removed it; Ceph volumes need the CSI driver"),
            ignored(
                    "ingress_ambassador_enabled",
                    "the ingress controller Ambassador",
                    Reason.REMOVED,
                    "its operator was abandoned, and Kubespray 2.18 removed it"),
            ignored(
                    "ingress_alb_enabled",
                    "the ingress controller of AWS",
                    Reason.ELSEWHERE,
                    "it manages AWS load balancers"),
            ignored(
                    "persistent_volumes_enabled",
                    "storage classes of cloud providers",
                    Reason.ELSEWHERE,
                    "Kubespray creates them only for OpenStack, AWS, Azure, Google and vSphere"),
            ignored("cloud_provider", "the cloud the hosts are in", Reason.ELSEWHERE, "the hosts are in a rack"));

    private AddonVariables() {}
}
