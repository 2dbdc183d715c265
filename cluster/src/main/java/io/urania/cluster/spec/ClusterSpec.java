package io.urania.cluster.spec;

import io.urania.artifacts.KubernetesVersion;
import io.urania.artifacts.version.KubeProxyMode;
import io.urania.cluster.spec.access.AccessSpec;
import io.urania.cluster.spec.apiserver.ApiServerSpec;
import io.urania.cluster.spec.boot.BootSpec;
import io.urania.cluster.spec.clock.ClockSpec;
import io.urania.cluster.spec.dns.DnsSpec;
import io.urania.cluster.spec.dns.ResolverSpec;
import io.urania.cluster.spec.upkeep.UpkeepSpec;
import io.urania.cluster.value.Endpoint;
import io.urania.cluster.value.ImagePullPolicy;
import io.urania.cluster.value.RegistryCredentials;
import io.urania.cluster.value.Secret;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The cluster that an inventory asks for. Whoever holds one may rely on it: at least one control plane host, an odd number of etcd
 * members, networks that do not overlap, every address known.
 *
 * @param name the cluster's name ({@code cluster_name})
 * @param kubernetes its version, one the version table knows
 * @param nodes control plane hosts first, both kinds in the inventory's order
 * @param boots what hosts are told when they start, by the hosts' names
 * @param clocks how the clocks of hosts are kept right, by the hosts' names; none for hosts that see to it themselves
 * @param resolvers how hosts find names, by the hosts' names; none for hosts that keep what they have
 * @param accesses what is asked of the ways to hosts, by the hosts' names; none for hosts that are left alone
 * @param upkeep what is asked of the packages and services of hosts, by the hosts' names
 * @param balancers hosts of group {@code loadbalancer}, where HAProxy runs
 * @param flags of the control plane's programs, besides those that every cluster has
 * @param kubeadm how patient kubeadm is, and what else it is told
 * @param scheduler fields of the scheduler's configuration; none if it has none
 * @param kubeProxy empty if the network plugin makes services reachable
 * @param logLevel verbosity of Kubernetes' programs ({@code --v})
 * @param imagePullPolicy of the pods that Urania itself puts into the cluster
 * @param registryCredentials with which kubelets pull images
 * @param certificateKey key under which kubeadm hands the control plane's certificates on; 32 bytes in hexadecimal
 */
public record ClusterSpec(
        String name,
        KubernetesVersion kubernetes,
        List<NodeSpec> nodes,
        Map<String, BootSpec> boots,
        Map<String, ClockSpec> clocks,
        Map<String, ResolverSpec> resolvers,
        Map<String, AccessSpec> accesses,
        Map<String, UpkeepSpec> upkeep,
        List<HostSpec> balancers,
        ApiEndpoint endpoint,
        NetworkSpec network,
        ProxySpec proxies,
        EtcdSpec etcd,
        NodeRuntimeSpec runtime,
        ApiServerSpec apiServer,
        ProgramFlags flags,
        KubeadmSpec kubeadm,
        Map<String, Object> scheduler,
        Optional<KubeProxySpec> kubeProxy,
        DnsSpec dns,
        AddonsSpec addons,
        PathsSpec paths,
        HandoutSpec handouts,
        MemoryRequirement memory,
        int logLevel,
        ImagePullPolicy imagePullPolicy,
        List<RegistryCredentials> registryCredentials,
        Optional<Secret> certificateKey) {
    public ClusterSpec {
        scheduler = Collections.unmodifiableMap(new LinkedHashMap<>(scheduler));
        registryCredentials = List.copyOf(registryCredentials);
        nodes = List.copyOf(nodes);
        boots = Map.copyOf(boots);
        clocks = Map.copyOf(clocks);
        resolvers = Map.copyOf(resolvers);
        accesses = Map.copyOf(accesses);
        upkeep = Map.copyOf(upkeep);
        balancers = List.copyOf(balancers);
    }

    /** The control plane hosts; never empty. The first is where a new cluster begins. */
    public List<NodeSpec> controlPlane() {
        return nodes.stream().filter(NodeSpec::controlPlane).toList();
    }

    /** The control plane host where a new cluster begins. */
    public NodeSpec firstControlPlane() {
        return controlPlane().getFirst();
    }

    /** The nodes outside the control plane. */
    public List<NodeSpec> workers() {
        return nodes.stream().filter(node -> !node.controlPlane()).toList();
    }

    /**
     * The hosts with a balancer of their own. A control plane host asks its own API server where that is behind the same port.
     */
    public List<HostSpec> localBalancers() {
        if (!(endpoint.balancing() instanceof Balancing.Local)) {
            return List.of();
        }
        return nodes.stream()
                .filter(node -> !node.controlPlane() || endpoint.port() != apiServer.port())
                .map(NodeSpec::host)
                .toList();
    }

    /** Whether there is a balancer on a host: for all, or its own. */
    public boolean hasBalancer(HostSpec host) {
        return balancers.contains(host) || localBalancers().contains(host);
    }

    /** Where the API is found from outside the cluster's hosts. */
    public Endpoint apiFromOutside() {
        HostSpec first = firstControlPlane().host();
        return switch (endpoint.balancing()) {
            case Balancing.Shared _ -> new Endpoint(endpoint.address().toString(), endpoint.port());
            case Balancing.None _, Balancing.Local _ ->
                new Endpoint(
                        handouts.byConnection()
                                ? first.target().address()
                                : first.accessAddress().toString(),
                        apiServer.port());
        };
    }

    /** Every host of the cluster once: nodes, etcd members, balancers. */
    public List<HostSpec> hosts() {
        Map<String, HostSpec> hosts = new LinkedHashMap<>();
        nodes.forEach(node -> hosts.putIfAbsent(node.name(), node.host()));
        etcd.members().forEach(member -> hosts.putIfAbsent(member.host().name(), member.host()));
        balancers.forEach(balancer -> hosts.putIfAbsent(balancer.name(), balancer));
        return List.copyOf(hosts.values());
    }

    /** What a host is told when it starts. */
    public BootSpec boot(HostSpec host) {
        return Objects.requireNonNull(boots.get(host.name()), host.name());
    }

    /** How a host finds names, if the inventory asks for anything. */
    public Optional<ResolverSpec> resolver(HostSpec host) {
        return Optional.ofNullable(resolvers.get(host.name()));
    }

    /** What is asked of the ways to a host. */
    public AccessSpec access(HostSpec host) {
        return accesses.getOrDefault(host.name(), AccessSpec.NOTHING);
    }

    /** What is asked of the packages and services of a host. */
    public UpkeepSpec upkeep(HostSpec host) {
        return Objects.requireNonNull(upkeep.get(host.name()), host.name());
    }

    /** Whether there is kube-proxy, and it works in that mode. */
    public boolean hasProxyMode(KubeProxyMode mode) {
        return kubeProxy.filter(proxy -> proxy.mode() == mode).isPresent();
    }

    public Optional<NodeSpec> node(String name) {
        return nodes.stream().filter(node -> node.name().equals(name)).findFirst();
    }

    /** The etcd member on a host, if there is one. */
    public Optional<EtcdSpec.Member> etcdMemberOn(String host) {
        return etcd.members().stream()
                .filter(member -> member.host().name().equals(host))
                .findFirst();
    }
}
