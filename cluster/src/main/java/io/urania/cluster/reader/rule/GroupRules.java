package io.urania.cluster.reader.rule;

import io.urania.cluster.reader.source.Membership;
import io.urania.cluster.reader.source.Source;
import io.urania.inventory.problem.Position;
import io.urania.inventory.problem.Suggestion;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which groups there must be, and how many hosts in them. */
public final class GroupRules {
    private static final String EVEN =
            "an even number tolerates no more failures than %d would, and loses quorum when it is split in half";

    private final Source source;
    private final Membership membership;

    public GroupRules(Source source) {
        this.source = source;
        this.membership = source.membership();
    }

    public void check() {
        if (membership.controlPlane().isEmpty()) {
            source.error(
                    firstPosition(Membership.CONTROL_PLANE),
                    "there is no control plane host",
                    "groups kube_control_plane and kube-master have no hosts",
                    suggestion("kube_control_plane", "kube-master"));
        }
        checkEtcd();
        checkRouteReflectors();
        if (!membership.controlPlane().isEmpty() && !membership.etcd().isEmpty()) {
            // Where a whole group is missing, its hosts are idle for that reason.
            checkStrangers();
        }
    }

    private void checkEtcd() {
        switch (source.etcdDeployment()) {
            case HOST -> checkEtcdGroup();
            case KUBEADM -> checkEtcdOfKubeadm();
        }
    }

    /** Members are on control plane hosts. That there is one of those is a rule of its own. */
    private void checkEtcdOfKubeadm() {
        int members = membership.controlPlane().size();
        List<String> group = source.inventory().hosts(Membership.ETCD);
        if (!group.isEmpty() && !Set.copyOf(group).equals(Set.copyOf(membership.controlPlane()))) {
            source.error(
                    source.inventory().positionOf(Membership.ETCD),
                    "group etcd has other hosts than the control plane, and kubeadm runs etcd",
                    "kubeadm makes a member on each control plane host, and nowhere else",
                    "remove group etcd, or set etcd_deployment_type: host");
        }
        if (members > 0 && members % 2 == 0) {
            source.error(
                    firstPosition(Membership.CONTROL_PLANE),
                    "etcd has " + members + " members, one on each control plane host",
                    EVEN.formatted(members - 1),
                    "use " + (members - 1) + " or " + (members + 1)
                            + " control plane hosts, or set etcd_deployment_type: host");
        }
    }

    private void checkEtcdGroup() {
        int members = membership.etcd().size();
        if (members == 0) {
            source.error(
                    source.inventory().positionOf(Membership.ETCD),
                    "there is no etcd member",
                    "group etcd has no hosts",
                    suggestion(Membership.ETCD, Membership.ETCD));
        } else if (members % 2 == 0) {
            source.error(
                    source.inventory().positionOf(Membership.ETCD),
                    "etcd has " + members + " members",
                    EVEN.formatted(members - 1),
                    "put " + (members - 1) + " or " + (members + 1) + " hosts into group etcd");
        }
    }

    private void checkRouteReflectors() {
        for (String host : membership.routeReflectors()) {
            source.warning(
                    source.inventory().positionOf(host),
                    host + " is in group calico_rr",
                    "route reflectors belong to Calico, and the network plugin is flannel",
                    "this group is ignored");
        }
    }

    /** Hosts in a group of their own are nobody's business here: inventories have other machines too. */
    private void checkStrangers() {
        Set<String> known = new HashSet<>(membership.worked());
        known.addAll(membership.routeReflectors());
        known.addAll(membership.bastions());
        Set<String> inCluster = new HashSet<>(membership.cluster());
        Set<String> ungrouped = new HashSet<>(source.inventory().hosts("ungrouped"));
        for (String host : membership.all()) {
            if (!known.contains(host) && (inCluster.contains(host) || ungrouped.contains(host))) {
                source.warning(
                        source.inventory().positionOf(host),
                        host + " has no role",
                        inCluster.contains(host)
                                ? "it is in k8s_cluster, but in neither kube_control_plane nor kube_node"
                                : "it is in none of kube_control_plane, kube_node, etcd and loadbalancer",
                        "put it into one of these groups, or remove it");
            }
        }
    }

    private @Nullable Position firstPosition(List<String> groups) {
        return groups.stream()
                .filter(source.inventory()::hasGroup)
                .findFirst()
                .map(source.inventory()::positionOf)
                .orElse(null);
    }

    private String suggestion(String group, String olderName) {
        String otherwise = "list the hosts in group " + group;
        return source.inventory().hasGroup(group) || source.inventory().hasGroup(olderName)
                ? otherwise
                : Suggestion.nearest(group, source.inventory().groups())
                        .or(() ->
                                Suggestion.nearest(olderName, source.inventory().groups()))
                        .map(near -> "did you mean group " + group + " where you wrote " + near + "?")
                        .orElse(otherwise);
    }
}
