package io.urania.cluster.reader.source;

import io.urania.cluster.value.etcd.EtcdDeployment;
import io.urania.cluster.variable.Scope;
import io.urania.inventory.Inventory;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Which hosts of an inventory are what, by their groups. Groups have two names each: Kubespray's until 2.15, with hyphens, and those since 2.16.
 *
 * @param all every host of the inventory, in its order
 * @param controlPlane group kube_control_plane, kube-master
 * @param podHosts group kube_node, kube-node: where ordinary pods run
 * @param etcd the hosts with members of etcd: group etcd, or the control plane
 * @param balancers group loadbalancer
 * @param cluster group k8s_cluster, k8s-cluster
 * @param routeReflectors group calico_rr, calico-rr
 * @param bastions group bastion: the hosts through which all others are reached
 */
public record Membership(
        List<String> all,
        List<String> controlPlane,
        List<String> podHosts,
        List<String> etcd,
        List<String> balancers,
        List<String> cluster,
        List<String> routeReflectors,
        List<String> bastions) {
    public static final List<String> CONTROL_PLANE = List.of("kube_control_plane", "kube-master");
    static final List<String> NODE = List.of("kube_node", "kube-node");
    static final List<String> CLUSTER = List.of("k8s_cluster", "k8s-cluster");
    static final List<String> ROUTE_REFLECTORS = List.of("calico_rr", "calico-rr");
    public static final String ETCD = "etcd";
    static final String BALANCER = "loadbalancer";
    static final String BASTION = "bastion";

    /** The groups that mean something, by all their names. */
    public static List<String> groups() {
        return Stream.of(
                        CONTROL_PLANE,
                        NODE,
                        CLUSTER,
                        ROUTE_REFLECTORS,
                        List.of(ETCD),
                        List.of(BALANCER),
                        List.of(BASTION))
                .flatMap(List::stream)
                .toList();
    }

    public static Membership of(Inventory inventory) {
        return new Membership(
                inventory.hosts(),
                members(inventory, CONTROL_PLANE),
                members(inventory, NODE),
                members(inventory, List.of(ETCD)),
                members(inventory, List.of(BALANCER)),
                members(inventory, CLUSTER),
                members(inventory, ROUTE_REFLECTORS),
                members(inventory, List.of(BASTION)));
    }

    /** The same where kubeadm runs etcd or does not: its members are on control plane hosts, whatever group etcd has. */
    Membership with(EtcdDeployment deployment) {
        return switch (deployment) {
            case HOST -> this;
            case KUBEADM ->
                new Membership(
                        all, controlPlane, podHosts, controlPlane, balancers, cluster, routeReflectors, bastions);
        };
    }

    /** The machines of the Kubernetes cluster, the control plane first. */
    public List<String> nodes() {
        return union(List.of(controlPlane, podHosts));
    }

    /** Every host that Urania works on. */
    public List<String> worked() {
        return union(List.of(nodes(), etcd, balancers));
    }

    /** The hosts for which a variable is read. Never empty unless the inventory is. */
    public List<String> in(Scope scope) {
        return switch (scope) {
            case CLUSTER -> firstFilled(List.of(nodes(), worked(), all));
            case CONTROL_PLANE -> firstFilled(List.of(controlPlane, nodes(), worked(), all));
            case ETCD -> firstFilled(List.of(etcd, controlPlane, nodes(), worked(), all));
            case HOST -> firstFilled(List.of(worked(), all));
        };
    }

    private static List<String> firstFilled(List<List<String>> candidates) {
        return candidates.stream()
                .filter(Predicate.not(List::isEmpty))
                .findFirst()
                .orElse(List.of());
    }

    private static List<String> union(List<List<String>> parts) {
        Set<String> result = new LinkedHashSet<>();
        for (List<String> part : parts) {
            result.addAll(part);
        }
        return List.copyOf(result);
    }

    private static List<String> members(Inventory inventory, List<String> groups) {
        Set<String> members = new LinkedHashSet<>();
        groups.forEach(group -> members.addAll(inventory.hosts(group)));
        return inventory.hosts().stream().filter(members::contains).toList();
    }
}
