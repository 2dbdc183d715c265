package io.urania.cluster.phase;

import io.urania.cluster.spec.ClusterSpec;
import io.urania.cluster.spec.KubeletSpec;
import io.urania.cluster.spec.NodeSpec;
import io.urania.cluster.spec.dns.ResolverSpec;
import io.urania.cluster.value.Address;
import io.urania.engine.fact.Facts;
import io.urania.engine.fact.Question;
import io.urania.engine.network.NameServersProbe;
import io.urania.engine.resource.resolver.ResolverSettings;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Which file of name servers pods inherit. Where systemd-resolved answers for the host, /etc/resolv.conf names only its address on the
 * loopback interface, which is another one inside a pod; the true servers stand in a file of its own. kubeadm decides alike (Kubernetes,
 * "Customizing DNS Service", known issues; systemd-resolved.service(8), "/etc/resolv.conf").
 *
 * <p>Where a host asks the cluster's DNS before all others, pods that are to do without it, CoreDNS among them, inherit a file with the other
 * servers alone.
 */
public final class ResolvConfChoice {
    /** The file with the inventory's servers. */
    public static final String OF_INVENTORY = "/etc/kubernetes/resolv.conf";

    private static final String USUAL = "/etc/resolv.conf";
    private static final String OF_RESOLVED = "/run/systemd/resolve/resolv.conf";

    private ResolvConfChoice() {}

    /** What must be known of a node. */
    public static List<Question<?>> questions(ClusterSpec spec, NodeSpec node) {
        KubeletSpec kubelet = node.kubelet();
        if (text(spec, node).isPresent()) {
            return List.of();
        }
        return kubelet.resolvConf().isPresent()
                ? List.of(NameServersProbe.in(kubelet.resolvConf().get()))
                : List.of(NameServersProbe.in(USUAL), NameServersProbe.in(OF_RESOLVED));
    }

    /** The file that the inventory names, or the one of use to pods. */
    public static String of(ClusterSpec spec, NodeSpec node, Facts facts) {
        if (text(spec, node).isPresent()) {
            return OF_INVENTORY;
        }
        return node.kubelet()
                .resolvConf()
                .orElseGet(() -> !facts.answer(NameServersProbe.in(USUAL)).isOfUseToPods()
                                && facts.answer(NameServersProbe.in(OF_RESOLVED))
                                        .isOfUseToPods()
                        ? OF_RESOLVED
                        : USUAL);
    }

    /** What is in {@link #OF_INVENTORY}, on a node whose pods inherit that. */
    public static Optional<String> text(ClusterSpec spec, NodeSpec node) {
        return spec.resolver(node.host())
                .filter(ResolverSpec::asksCluster)
                .filter(_ -> node.kubelet().resolvConf().isEmpty())
                .map(resolver -> text(spec, resolver));
    }

    private static String text(ClusterSpec spec, ResolverSpec resolver) {
        List<Address> own = resolver.serversForPods();
        String servers = (own.isEmpty() ? spec.dns().upstreamServers() : own)
                .stream()
                        .limit(ResolverSettings.MOST_SERVERS)
                        .map(server -> "nameserver " + server + "\n")
                        .collect(Collectors.joining());
        return servers
                + (resolver.domains().isEmpty() ? "" : "search " + String.join(" ", resolver.domains()) + "\n")
                + "options timeout:" + resolver.timeout() + " attempts:" + resolver.attempts() + "\n";
    }
}
