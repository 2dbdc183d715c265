package io.urania.cluster.variable.rows;

import static io.urania.cluster.variable.Variable.ignored;
import static io.urania.cluster.variable.Variable.later;
import static io.urania.cluster.variable.Variable.variable;

import io.urania.artifacts.version.KubeProxyMode;
import io.urania.cluster.value.Address;
import io.urania.cluster.value.Network;
import io.urania.cluster.variable.Effect.Reason;
import io.urania.cluster.variable.Scope;
import io.urania.cluster.variable.Variable;
import io.urania.cluster.variable.type.ChoiceTypes;
import io.urania.cluster.variable.type.ClusterTypes;
import io.urania.cluster.variable.type.CollectionTypes;
import io.urania.cluster.variable.type.ScalarTypes;
import java.util.List;
import java.util.Map;

/** The cluster's networks and kube-proxy. */
public final class NetworkVariables {
    private static final String PROXY = "nodes: kube-proxy's configuration, ";
    private static final String PROXIES = "nodes: containerd's environment; all hosts: apt-get or pacman";

    public static final Variable<Network> SERVICES = variable("kube_service_addresses", ClusterTypes.network())
            .means("range of IPv4 service addresses")
            .does("serviceSubnet of kubeadm; the API server's certificate")
            .otherwise(new Network("10.233.0.0/18"));

    public static final Variable<Network> PODS = variable("kube_pods_subnet", ClusterTypes.network())
            .means("range of IPv4 pod addresses")
            .does("podSubnet of kubeadm; the network plugin's network; kube-proxy's clusterCIDR")
            .otherwise(new Network("10.233.64.0/18"));

    public static final Variable<Integer> NODE_PREFIX = variable("kube_network_node_prefix", ScalarTypes.integer(1, 32))
            .means("prefix length of each node's IPv4 pod range")
            .does("control plane: flag of kube-controller-manager, --node-cidr-mask-size")
            .otherwise(24);

    public static final Variable<Network> SERVICES_IPV6 = variable(
                    "kube_service_addresses_ipv6", ClusterTypes.network())
            .means("range of IPv6 service addresses")
            .does("with ipv6_stack: serviceSubnet of kubeadm")
            .otherwise(new Network("fd85:ee78:d8a6:8607::1000/116"));

    public static final Variable<Network> PODS_IPV6 = variable("kube_pods_subnet_ipv6", ClusterTypes.network())
            .means("range of IPv6 pod addresses")
            .does("with ipv6_stack: podSubnet of kubeadm; the network plugin's network; kube-proxy's clusterCIDR")
            .otherwise(new Network("fd85:ee78:d8a6:8607::1:0/112"));

    public static final Variable<Integer> NODE_PREFIX_IPV6 = variable(
                    "kube_network_node_prefix_ipv6", ScalarTypes.integer(1, 128))
            .means("prefix length of each node's IPv6 pod range")
            .does("with ipv6_stack: control plane: flag of kube-controller-manager, --node-cidr-mask-size-ipv6")
            .otherwise(120);

    public static final Variable<Address> API_SERVICE = variable("kube_apiserver_ip", ClusterTypes.address())
            .scope(Scope.CONTROL_PLANE)
            .means("cluster IP of the service kubernetes")
            .does(
                    "the API server's certificate; Kubernetes always uses the first address of kube_service_addresses (without ipv4_stack: kube_service_addresses_ipv6), so others are refused")
            .unlessSet("the first service address");

    public static final Variable<KubeProxyMode> PROXY_MODE = variable(
                    "kube_proxy_mode",
                    ChoiceTypes.choice(KubeProxyMode.class, KubeProxyMode::configurationName, Map.of()))
            .means("proxy mode of kube-proxy")
            .does(PROXY + "mode; the modules of ipvs are loaded")
            .otherwise(KubeProxyMode.IPVS);

    public static final Variable<Boolean> PROXY_REMOVE = variable("kube_proxy_remove", ScalarTypes.truth())
            .means("no kube-proxy: the network plugin makes services reachable")
            .does("cluster: kube-proxy's objects are not applied, and removed where they are")
            .otherwise(false);

    public static final Variable<Boolean> STRICT_ARP = variable("kube_proxy_strict_arp", ScalarTypes.truth())
            .means("whether a node answers ARP only for addresses of the interface asked")
            .does(PROXY + "ipvs.strictARP")
            .otherwise(false);

    public static final Variable<List<Network>> NODE_PORT_ADDRESSES = variable(
                    "kube_proxy_nodeport_addresses", CollectionTypes.listOf(ClusterTypes.network()))
            .means("networks on whose addresses services of type NodePort listen")
            .does(PROXY + "nodePortAddresses; an empty list means every address")
            .otherwise(List.of());

    public static final Variable<Integer> CONNTRACK_MAX_PER_CORE = variable(
                    "kube_proxy_conntrack_max_per_core", ScalarTypes.integer(0, Integer.MAX_VALUE))
            .means("maximum tracked connections per core; 0 keeps the kernel's limit")
            .does(PROXY + "conntrack.maxPerCore")
            .otherwise(32_768);

    public static final Variable<Boolean> IPV4 = variable("ipv4_stack", ScalarTypes.truth())
            .means("whether nodes, pods and services have IPv4 addresses")
            .does("serviceSubnet and podSubnet of kubeadm; kubelets' node addresses; the network plugin's networks")
            .otherwise(true);

    public static final Variable<Boolean> IPV6 = variable("ipv6_stack", ScalarTypes.truth())
            .alsoNamed("enable_dual_stack_networks")
            .means("whether nodes, pods and services have IPv6 addresses")
            .does("serviceSubnet and podSubnet of kubeadm; kubelets' node addresses; the network plugin's networks")
            .otherwise(false);

    /** Where pods have their addresses from. */
    public static final List<Variable<?>> POD_RANGES = List.of(PODS, PODS_IPV6, IPV4, IPV6);

    /**
     * The variables of one family's ranges.
     *
     * @param services range of service addresses
     * @param pods range of pod addresses
     * @param nodePrefix length of the prefix of one node's part
     */
    public record Ranges(Variable<Network> services, Variable<Network> pods, Variable<Integer> nodePrefix) {

        /** Those of one of the families. */
        public static Ranges of(boolean ipv6) {
            return ipv6
                    ? new Ranges(SERVICES_IPV6, PODS_IPV6, NODE_PREFIX_IPV6)
                    : new Ranges(SERVICES, PODS, NODE_PREFIX);
        }
    }

    public static final Variable<String> HTTP_PROXY = variable("http_proxy", ClusterTypes.proxy())
            .means("HTTP proxy of containerd and the package manager for http URLs")
            .does(PROXIES)
            .unlessSet("none");

    public static final Variable<String> HTTPS_PROXY = variable("https_proxy", ClusterTypes.proxy())
            .means("HTTP proxy of containerd and the package manager for https URLs")
            .does(PROXIES)
            .unlessSet("none");

    public static final Variable<List<String>> NO_PROXY = variable("no_proxy", ClusterTypes.proxyExceptions())
            .means("names, domains, addresses and networks that are reached without a proxy")
            .does(PROXIES + "; hosts, services and pods of the cluster are always among them")
            .unlessSet("the cluster's own hosts, services and pods");

    public static final Variable<List<String>> ADDITIONAL_NO_PROXY = variable(
                    "additional_no_proxy", ClusterTypes.proxyExceptions())
            .means("additional entries of no_proxy")
            .does(PROXIES)
            .unlessSet("none");

    public static final List<Variable<?>> ALL = List.of(
            SERVICES,
            PODS,
            NODE_PREFIX,
            SERVICES_IPV6,
            PODS_IPV6,
            NODE_PREFIX_IPV6,
            API_SERVICE,
            PROXY_MODE,
            PROXY_REMOVE,
            STRICT_ARP,
            NODE_PORT_ADDRESSES,
            CONNTRACK_MAX_PER_CORE,
            IPV4,
            IPV6,
            later("kube_network_plugin_multus", "Multus, for pods with several networks", "Multus is not installed"),
            ignored(
                    "kube_proxy_nodeport_addresses_cidr",
                    "a network for kube_proxy_nodeport_addresses",
                    Reason.INVENTORY,
                    "only the expression of kube_proxy_nodeport_addresses uses it"),
            HTTP_PROXY,
            HTTPS_PROXY,
            NO_PROXY,
            ADDITIONAL_NO_PROXY,
            ignored(
                    "no_proxy_exclude_workers",
                    "whether workers are left out of no_proxy",
                    Reason.ALWAYS,
                    "workers are always in it: when it changes, containerd is restarted and pods keep running"));

    private NetworkVariables() {}
}
