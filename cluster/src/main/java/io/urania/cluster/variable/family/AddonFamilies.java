package io.urania.cluster.variable.family;

import static io.urania.cluster.variable.family.Family.family;

import io.urania.cluster.variable.Effect.Reason;
import java.util.List;

/** Add-ons and storage: what has no effect, by families of names. */
final class AddonFamilies {
    static final List<Family> ALL = List.of(
            family(
                    Reason.ALWAYS,
                    "metrics_server_* addon_resizer_*",
                    "other settings of metrics-server",
                    "it needs no other, and no resizer: its requests do not grow with the cluster"),
            family(
                    Reason.LATER,
                    "helm_* tiller_* krew_*",
                    "settings of Helm and krew",
                    "settings of Helm are not supported yet, and krew is not installed"),
            family(
                    Reason.LATER,
                    "registry_*",
                    "settings of the registry in the cluster",
                    "no registry runs in the cluster"),
            family(
                    Reason.LATER,
                    "ingress_nginx_* ingress_publish_status_address",
                    "settings of ingress-nginx",
                    "no ingress controller is installed; the project was retired in 2026"),
            family(Reason.REMOVED, "ingress_ambassador_*", "settings of Ambassador", "its operator was abandoned"),
            family(Reason.LATER, "cert_manager_*", "settings of cert-manager", "cert-manager is not installed"),
            family(Reason.LATER, "metallb_* matallb_*", "settings of MetalLB", "MetalLB is not installed"),
            family(
                    Reason.REMOVED,
                    "dashboard_*",
                    "settings of the Kubernetes dashboard",
                    "the project was retired in 2026"),
            family(
                    Reason.LATER,
                    "local_path_provisioner_*",
                    "settings of the local path provisioner",
                    "the local path provisioner is not installed"),
            family(
                    Reason.LATER,
                    "local_volume_provisioner_*",
                    "settings of the local volume provisioner",
                    "the local volume provisioner is not installed"),
            family(
                    Reason.REMOVED,
                    "cephfs_provisioner_* rbd_provisioner_*",
                    "settings of Ceph volumes",
                    "the projects were archived; Ceph volumes need the CSI driver"),
            family(
                    Reason.LATER,
                    "csi_* snapshot_controller_*",
                    "settings of CSI drivers and their snapshots",
                    "no CSI driver is installed"),
            family(Reason.LATER, "argocd_*", "settings of Argo CD", "Argo CD is not installed"),
            family(
                    Reason.LATER,
                    "gateway_api_* prometheus_operator_crds_* node_feature_discovery_*",
                    "settings of other add-ons",
                    "the add-on is not installed"));

    private AddonFamilies() {}
}
