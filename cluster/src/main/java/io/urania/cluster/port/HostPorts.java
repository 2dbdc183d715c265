package io.urania.cluster.port;

import io.urania.cluster.component.HostPort;
import io.urania.cluster.component.addon.AddOns;
import io.urania.cluster.component.network.NetworkPlugins;
import io.urania.cluster.spec.Balancing;
import io.urania.cluster.spec.ClusterSpec;
import io.urania.cluster.spec.EtcdInstance;
import io.urania.cluster.spec.EtcdSpec;
import io.urania.cluster.spec.HostSpec;
import io.urania.cluster.spec.NodeSpec;
import io.urania.cluster.value.Address;
import io.urania.engine.process.Listener.Protocol;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The ports that a host's roles listen on (Kubernetes reference, "Ports and Protocols"; those on the loopback interface too). */
public final class HostPorts {
    private static final int KUBELET = 10250;
    private static final int KUBELET_HEALTH = 10248;
    private static final int PROXY_METRICS = 10249;
    private static final int PROXY_HEALTH = 10256;
    private static final int CONTROLLER_MANAGER = 10257;
    private static final int SCHEDULER = 10259;
    private static final String METRICS = "metrics of etcd";

    private HostPorts() {}

    /** All ports of a host, in the order in which they are needed. */
    public static List<HostPort> of(ClusterSpec spec, HostSpec host) {
        List<HostPort> ports = new ArrayList<>();
        if (spec.balancers().contains(host)) {
            ports.add(tcp(spec.endpoint().port(), "the balancer", "haproxy"));
        }
        if (spec.endpoint().balancing() instanceof Balancing.Local(int health)
                && spec.localBalancers().contains(host)) {
            ports.add(loopback(spec.endpoint().port(), "the balancer", "haproxy"));
            if (health != 0) {
                ports.add(loopback(health, "the balancer's health", "haproxy"));
            }
        }
        if (spec.etcdMemberOn(host.name()).isPresent()) {
            spec.etcd().instances().forEach(instance -> ports.addAll(of(instance)));
            ports.addAll(metrics(spec.etcd()));
        }
        spec.node(host.name()).ifPresent(node -> ports.addAll(of(spec, node)));
        return List.copyOf(ports);
    }

    private static List<HostPort> of(EtcdInstance instance) {
        return List.of(
                tcp(instance.clientPort(), "clients of " + instance.name(), "etcd"),
                tcp(instance.peerPort(), "members of " + instance.name(), "etcd"));
    }

    /** kubeadm has its members serve metrics on the loopback interface unless told otherwise: kubelets ask there whether they are well. */
    private static List<HostPort> metrics(EtcdSpec etcd) {
        if (etcd.metricsPort().isPresent()) {
            return List.of(tcp(etcd.metricsPort().get(), METRICS, "etcd"));
        }
        return switch (etcd.deployment()) {
            case HOST -> List.of();
            case KUBEADM ->
                etcd.further().containsKey("ETCD_LISTEN_METRICS_URLS")
                        ? List.of()
                        : List.of(loopback(EtcdInstance.KUBEADM_METRICS_PORT, METRICS, "etcd"));
        };
    }

    private static List<HostPort> of(ClusterSpec spec, NodeSpec node) {
        List<HostPort> ports = new ArrayList<>();
        if (node.controlPlane()) {
            ports.add(tcp(spec.apiServer().port(), "the Kubernetes API", "kube-apiserver"));
            ports.add(tcp(CONTROLLER_MANAGER, "the controller manager", "kube-controller"));
            ports.add(tcp(SCHEDULER, "the scheduler", "kube-scheduler"));
        }
        ports.add(tcp(KUBELET, "the kubelet", "kubelet"));
        ports.add(loopback(KUBELET_HEALTH, "the kubelet's health", "kubelet"));
        spec.kubeProxy().ifPresent(proxy -> {
            ports.add(tcp(proxy.port("healthzBindAddress", PROXY_HEALTH), "kube-proxy's health", "kube-proxy"));
            ports.add(loopback(proxy.port("metricsBindAddress", PROXY_METRICS), "kube-proxy's metrics", "kube-proxy"));
        });
        ports.addAll(NetworkPlugins.of(spec).ports(spec));
        AddOns.wanted(spec).forEach(addOn -> ports.addAll(addOn.ports(spec, node)));
        return ports;
    }

    private static HostPort tcp(int number, String purpose, String program) {
        return new HostPort(Protocol.TCP, number, Optional.empty(), purpose, Set.of(program));
    }

    private static HostPort loopback(int number, String purpose, String program) {
        return new HostPort(Protocol.TCP, number, Optional.of(new Address("127.0.0.1")), purpose, Set.of(program));
    }
}
