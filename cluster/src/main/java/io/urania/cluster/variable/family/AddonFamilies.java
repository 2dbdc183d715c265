package io.urania.cluster.variable.family;

import static io.urania.cluster.variable.family.Family.family;

import io.urania.cluster.variable.Effect.Reason;
import java.util.List;

/** Add-ons and storage: what has no effect, by families of names. */
final class AddonFamilies {
    static final List<Family> ALL = List.of(
            family(
                    Reason.LATER,
                    "metrics_server_* addon_resizer_*",
                    "further settings of metrics-server",
                    "Urania has no such setting of metrics-server yet"),
            family(
                    Reason.LATER,
                    "helm_* tiller_* krew_*",
                    "settings of Helm and krew",
                    "Urania has no such setting of Helm yet, and does not install krew"),
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
            family(Reason.REMOVED, "ingress_ambassador_*", "settings of Ambassador", "its operator was given up"),
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
                    "settings of volumes in a directory of the node",
                    "the local path provisioner is not installed"),
            family(
                    Reason.LATER,
                    "local_volume_provisioner_*",
                    "settings of volumes from disks of the node",
                    "the local volume provisioner is not installed"),
            family(
                    Reason.REMOVED,
                    "cephfs_provisioner_* rbd_provisioner_*",
                    "settings of volumes of Ceph",
                    "the projects were archived; Ceph's volumes need its CSI driver"),
            family(
                    Reason.LATER,
                    "csi_* snapshot_controller_* expand_persistent_volumes",
                    "settings of CSI drivers and their snapshots",
                    "no CSI driver is installed"),
            family(Reason.LATER, "argocd_*", "settings of Argo CD", "Argo CD is not installed"),
            family(
                    Reason.LATER,
                    "gateway_api_* prometheus_operator_crds_* node_feature_discovery_*",
                    "settings of further add-ons",
                    "the add-on is not installed"));

    private AddonFamilies() {}
}
