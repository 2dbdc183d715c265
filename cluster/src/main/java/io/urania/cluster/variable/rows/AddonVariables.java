package io.urania.cluster.variable.rows;

import static io.urania.cluster.variable.Variable.ignored;
import static io.urania.cluster.variable.Variable.later;
import static io.urania.cluster.variable.Variable.variable;

import io.urania.cluster.value.GoDuration;
import io.urania.cluster.variable.Effect.Reason;
import io.urania.cluster.variable.Scope;
import io.urania.cluster.variable.Variable;
import io.urania.cluster.variable.type.ClusterTypes;
import io.urania.cluster.variable.type.ScalarTypes;
import java.util.List;
import java.util.Optional;

/** What runs in the cluster besides Kubernetes itself. */
public final class AddonVariables {
    private static final String ADDRESS_TYPE = "(?:InternalIP|ExternalIP|Hostname|InternalDNS|ExternalDNS)";
    private static final String ADDRESS_TYPES = ADDRESS_TYPE + "(?:," + ADDRESS_TYPE + ")*";
    private static final String METRICS = "flag of metrics-server, ";

    public static final Variable<Boolean> METRICS_SERVER = variable("metrics_server_enabled", ScalarTypes.truth())
            .scope(Scope.CONTROL_PLANE)
            .means("metrics-server, for kubectl top")
            .does("metrics-server runs in namespace kube-system")
            .otherwise(false);

    public static final Variable<Boolean> METRICS_SERVER_INSECURE_TLS = variable(
                    "metrics_server_kubelet_insecure_tls", ScalarTypes.truth())
            .scope(Scope.CONTROL_PLANE)
            .means("whether metrics-server takes kubelets' certificates unchecked")
            .does(METRICS + "--kubelet-insecure-tls")
            .otherwise(true);

    public static final Variable<GoDuration> METRICS_SERVER_RESOLUTION = variable(
                    "metrics_server_metric_resolution", ClusterTypes.duration())
            .scope(Scope.CONTROL_PLANE)
            .means("time between two measurements")
            .does(METRICS + "--metric-resolution")
            .otherwise(GoDuration.parse("60s").orElseThrow());

    public static final Variable<String> METRICS_SERVER_ADDRESS_TYPES = variable(
                    "metrics_server_kubelet_preferred_address_types",
                    ScalarTypes.parsed(
                            "a list of InternalIP, ExternalIP, Hostname, InternalDNS, ExternalDNS, joined by commas",
                            text -> text.matches(ADDRESS_TYPES) ? Optional.of(text) : Optional.empty()))
            .scope(Scope.CONTROL_PLANE)
            .means("which of a node's addresses metrics-server asks")
            .does(METRICS + "--kubelet-preferred-address-types")
            .otherwise("InternalIP", "InternalIP");

    static final List<Variable<?>> ALL = List.of(
            METRICS_SERVER,
            METRICS_SERVER_INSECURE_TLS,
            METRICS_SERVER_RESOLUTION,
            METRICS_SERVER_ADDRESS_TYPES,
            later("helm_enabled", "Helm on control plane hosts", "Helm is not installed on the control plane hosts"),
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
                    "volumes in a directory of the node",
                    "the local path provisioner is not installed"),
            later(
                    "local_volume_provisioner_enabled",
                    "volumes from disks of the node",
                    "the local volume provisioner is not installed"),
            later("argocd_enabled", "Argo CD", "Argo CD is not installed"),
            later(
                    "csi_snapshot_controller_enabled",
                    "the controller of volume snapshots",
                    "the controller of volume snapshots is not installed"),
            later(
                    "node_feature_discovery_enabled",
                    "labels that tell the nodes' hardware",
                    "Node Feature Discovery is not installed"),
            later(
                    "prometheus_operator_crds_enabled",
                    "the resource types of the Prometheus operator",
                    "the resource types of the Prometheus operator are not installed"),
            later("scheduler_plugins_enabled", "a second scheduler with plugins", "there is one scheduler"),
            later("gateway_api_enabled", "Kubernetes' Gateway API", "the Gateway API is not installed"),
            ignored(
                    "cephfs_provisioner_enabled",
                    "volumes of CephFS",
                    Reason.REMOVED,
                    "its project was archived, and Kubespray 2.28 dropped it; Ceph's volumes need its CSI driver"),
            ignored(
                    "rbd_provisioner_enabled",
                    "volumes of Ceph RBD",
                    Reason.REMOVED,
                    "its project was archived, and Kubespray 2.28 dropped it; Ceph's volumes need its CSI driver"),
            ignored(
                    "ingress_ambassador_enabled",
                    "the ingress controller Ambassador",
                    Reason.REMOVED,
                    "its operator was given up, and Kubespray 2.18 dropped it"),
            ignored(
                    "ingress_alb_enabled",
                    "the ingress controller of AWS",
                    Reason.ELSEWHERE,
                    "it drives load balancers of AWS"),
            ignored(
                    "persistent_volumes_enabled",
                    "storage classes of cloud providers",
                    Reason.ELSEWHERE,
                    "Kubespray makes them for OpenStack, AWS, Azure, Google and vSphere only"),
            ignored("cloud_provider", "the cloud the hosts are in", Reason.ELSEWHERE, "the hosts are in a rack"));

    private AddonVariables() {}
}
