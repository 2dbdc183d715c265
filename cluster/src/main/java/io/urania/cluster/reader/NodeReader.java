package io.urania.cluster.reader;

import io.urania.cluster.reader.source.Membership;
import io.urania.cluster.reader.source.Source;
import io.urania.cluster.spec.HostSpec;
import io.urania.cluster.spec.NodeSpec;
import io.urania.cluster.value.LabelSyntax;
import io.urania.cluster.value.Taint;
import io.urania.cluster.variable.program.KubeletSettings;
import io.urania.cluster.variable.rows.NodeVariables;
import io.urania.inventory.problem.Position;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads the nodes with their labels and taints. */
final class NodeReader {
    /** Set by kubelet or kubeadm from what the node is; {@code kubectl label} would be overwritten, or would lie. */
    private static final Set<String> RESERVED = Set.of(
            "kubernetes.io/hostname",
            "kubernetes.io/arch",
            "kubernetes.io/os",
            "beta.kubernetes.io/arch",
            "beta.kubernetes.io/os",
            "node-role.kubernetes.io/control-plane",
            "node-role.kubernetes.io/master");

    /** Groups of the article that give their hosts a role even where a label does not. */
    static final Map<String, String> ROLE_GROUPS =
            Map.of("kube-infra", "infra", "kube_infra", "infra", "kube-workers", "worker", "kube_workers", "worker");

    /** What the kubelet wants with {@code protectKernelDefaults} (kubelet, {@code pkg/util/sysctl/sysctl.go}). */
    private static final Map<String, String> OF_KUBELET = Map.of(
            "vm.overcommit_memory", "1",
            "vm.panic_on_oom", "0",
            "kernel.panic", "10",
            "kernel.panic_on_oops", "1",
            "kernel.keys.root_maxkeys", "1000000",
            "kernel.keys.root_maxbytes", "25000000");

    private final Source source;
    private final KubeletReader kubelets;

    NodeReader(Source source) {
        this.source = source;
        this.kubelets = new KubeletReader(source);
    }

    /** The nodes whose hosts are known. */
    List<NodeSpec> read(Map<String, HostSpec> hosts) {
        Membership membership = source.membership();
        List<NodeSpec> nodes = new ArrayList<>();
        for (String name : membership.nodes()) {
            boolean controlPlane = membership.controlPlane().contains(name);
            SortedMap<String, String> labels = labels(name);
            List<Taint> taints = taints(name);
            HostSpec host = hosts.get(name);
            if (host != null) {
                nodes.add(new NodeSpec(
                        host,
                        controlPlane,
                        membership.podHosts().contains(name),
                        labels,
                        taints,
                        kubelets.read(name, controlPlane),
                        sysctls(name)));
            }
        }
        return nodes;
    }

    /** The parameters of the kernel that the inventory asks for, and those that the kubelet insists on where it does. */
    private SortedMap<String, String> sysctls(String host) {
        SortedMap<String, String> sysctls = new TreeMap<>();
        if (source.variables()
                .find(KubeletSettings.PROTECT_KERNEL_DEFAULTS.variable(), host)
                .orElse(false)) {
            sysctls.putAll(OF_KUBELET);
        }
        source.variables()
                .get(NodeVariables.SYSCTLS, host)
                .forEach(sysctl -> sysctls.put(sysctl.name(), sysctl.value()));
        return sysctls;
    }

    private SortedMap<String, String> labels(String host) {
        SortedMap<String, String> labels = new TreeMap<>();
        Map<String, String> written = source.variables().get(NodeVariables.LABELS, host);
        Position position =
                source.variables().position(NodeVariables.LABELS, host).orElse(null);
        written.forEach((key, value) -> {
            if (isUsable(host, key, value, position)) {
                labels.put(key, value);
            }
        });
        for (String group : source.inventory().groupsOf(host)) {
            if (ROLE_GROUPS.containsKey(group)) {
                labels.putIfAbsent(NodeSpec.ROLE_PREFIX + ROLE_GROUPS.getOrDefault(group, ""), "");
            }
        }
        return labels;
    }

    private boolean isUsable(String host, String key, String value, @Nullable Position position) {
        if (RESERVED.contains(key)) {
            source.error(
                    position,
                    "node_labels of " + host + " sets " + key,
                    "Kubernetes sets this label itself",
                    "remove it; a host is in the control plane if it is in group kube_control_plane");
            return false;
        }
        LabelSyntax.problemOfKey(key)
                .ifPresent(why -> source.error(
                        position,
                        "node_labels of " + host + ": '" + key + "' is not a valid label key",
                        why,
                        "rename it"));
        LabelSyntax.problemOfValue(value)
                .ifPresent(why -> source.error(
                        position,
                        "node_labels of " + host + ": '" + value + "' is not a valid value of " + key,
                        why,
                        "shorten or change it; an annotation can hold any text"));
        return true;
    }

    private List<Taint> taints(String host) {
        List<Taint> taints = new ArrayList<>();
        for (String text : source.variables().get(NodeVariables.TAINTS, host)) {
            Taint.parse(text)
                    .ifPresentOrElse(
                            taints::add,
                            () -> source.error(
                                    source.variables()
                                            .position(NodeVariables.TAINTS, host)
                                            .orElse(null),
                                    "node_taints of " + host + ": '" + text + "' is not a valid taint",
                                    "a taint is key=value:Effect, with effect NoSchedule, PreferNoSchedule or NoExecute",
                                    "for example dedicated=storage:NoSchedule"));
        }
        return taints;
    }
}
