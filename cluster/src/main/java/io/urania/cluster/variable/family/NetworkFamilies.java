package io.urania.cluster.variable.family;

import static io.urania.cluster.variable.family.Family.family;

import io.urania.cluster.variable.Effect.Reason;
import java.util.List;

/** Network plugins, flannel, kube-proxy and names: what has no effect, by families of names. */
final class NetworkFamilies {
    static final List<Family> ALL = List.of(
            family(
                    Reason.LATER,
                    "calico_* calcio_* calicoctl_* typha_* global_as_num peer_with_router "
                            + "peer_with_calico_rr nat_outgoing nat_outgoing_ipv6 ipip ipip_mode local_as cluster_id policy_controller_extra_tolerations",
                    "settings of the network plugin Calico",
                    "Urania installs only flannel so far"),
            family(
                    Reason.LATER,
                    "cilium_* ciliumcli_* upgrade_post_cilium_wait_timeout",
                    "settings of the network plugin Cilium",
                    "Urania installs only flannel so far"),
            family(
                    Reason.LATER,
                    "kube_ovn_* ovn4nfv_* ovn_control_* ovn_controller_* nfn_* encap_checksum traffic_mirror",
                    "settings of the network plugins Kube-OVN and OVN4NFV",
                    "Urania installs only flannel so far"),
            family(
                    Reason.LATER,
                    "kube_router_*",
                    "settings of the network plugin kube-router",
                    "Urania installs only flannel so far"),
            family(
                    Reason.LATER,
                    "macvlan_* enable_nat_default_gateway",
                    "settings of the network plugin macvlan",
                    "Urania installs only flannel so far"),
            family(
                    Reason.LATER,
                    "custom_cni_* network_plugin",
                    "other settings of your own network plugin",
                    "Urania installs only flannel so far"),
            family(Reason.LATER, "multus_*", "settings of Multus", "Multus is not installed"),
            family(
                    Reason.REMOVED,
                    "weave_*",
                    "settings of the network plugin Weave Net",
                    "its vendor abandoned it; choose flannel"),
            family(
                    Reason.REMOVED,
                    "canal_*",
                    "settings of the network plugin Canal",
                    "its project was abandoned; choose flannel"),
            family(
                    Reason.REMOVED,
                    "contiv_*",
                    "settings of the network plugin Contiv",
                    "its project was abandoned; choose flannel"),
            family(
                    Reason.ALWAYS,
                    "enable_network_policy",
                    "whether the network plugin enforces network policies",
                    "flannel does not enforce network policies"),
            family(
                    Reason.ALWAYS,
                    "flannel_cert_dir flannel_cni_* flannel_init_*",
                    "parts of flannel in older releases",
                    "flannel keeps its state in the Kubernetes API, and its CNI plugin comes from the bundle"),
            family(
                    Reason.ALWAYS,
                    "kube_proxy_*",
                    "how kube-proxy is deployed",
                    "its image is in the bundle, its kubeconfig in its pod, and the modules of ipvs are loaded with the mode"),
            family(Reason.ALWAYS, "cni_bin_owner", "whose the CNI programs are", "they are root's"),
            family(
                    Reason.ALWAYS,
                    "disable_ipv6_dns",
                    "whether hosts prefer the IPv4 addresses of names",
                    "Urania does not change /etc/gai.conf; the system decides"),
            family(
                    Reason.ALWAYS,
                    "nodelocaldns_* nodelocaldnsdns_*",
                    "where the node-local DNS cache runs",
                    "it is a service of every node"),
            family(
                    Reason.ALWAYS,
                    "deploy_coredns coredns_affinity coredns_deployment_nodeselector coredns_svc_name",
                    "whether and where CoreDNS runs",
                    "it always runs, on control plane hosts first, each pod on a node of its own, as the service coredns"),
            family(
                    Reason.ALWAYS,
                    "coredns_* dns_* kubedns_*",
                    "other settings of CoreDNS and its autoscaler",
                    "apply sets the number of CoreDNS' pods by the inventory's nodes; no autoscaler runs in the cluster"),
            family(
                    Reason.ALWAYS,
                    "cloud_resolver resolveconf_cloud_init_conf "
                            + "systemd_resolved_disable_stub_listener docker_dns_* "
                            + "kube_dns_servers dns_servers populate_loadbalancer_* populate_localhost_* "
                            + "etc_hosts_localhost_entries",
                    "the hosts' own resolv.conf and /etc/hosts",
                    "nameservers and searchdomains say how hosts find names; Urania writes the rack's names to /etc/hosts "
                            + "itself"),
            family(
                    Reason.ANSIBLE,
                    "netcheck_* netchecker_* agent_report_interval",
                    "settings of the netchecker",
                    "the project is no longer maintained; apply itself verifies DNS, pods and services across nodes at "
                            + "its end"),
            family(Reason.LATER, "kube_vip_*", "settings of kube-vip", "kube-vip is not installed"),
            family(
                    Reason.ALWAYS,
                    "loadbalancer_apiserver_* haproxy_config_dir nginx_config_dir",
                    "how the balancer on every node is run",
                    "it is the system's own HAProxy, as a service of the host: no static pod, and no directory of its own"));

    private NetworkFamilies() {}
}
