package io.urania.cluster.preflight.host;

import io.urania.cluster.phase.ResolvConfChoice;
import io.urania.cluster.preflight.Finding;
import io.urania.cluster.preflight.Level;
import io.urania.cluster.preflight.NodeRule;
import io.urania.cluster.preflight.RuleDescription;
import io.urania.cluster.preflight.Situation;
import io.urania.cluster.spec.ClusterSpec;
import io.urania.cluster.spec.NodeSpec;
import io.urania.engine.fact.Facts;
import io.urania.engine.fact.Question;
import io.urania.engine.network.NameServersFact.Absent;
import io.urania.engine.network.NameServersFact.Servers;
import io.urania.engine.network.NameServersProbe;
import java.util.List;

/**
 * Pods inherit the name servers of their host. CoreDNS, which asks them for all names outside the cluster, asks itself where they are on
 * the loopback interface, sees the loop, and ends (CoreDNS, plugin loop, "Troubleshooting Loops In Kubernetes Clusters").
 */
record NoUpstreamNameServer() implements NodeRule {

    @Override
    public String id() {
        return "no-upstream-name-server";
    }

    @Override
    public RuleDescription description() {
        return new RuleDescription(
                List.of(Level.ERROR),
                "the file of name servers that pods inherit has none that they can reach, and `upstream_dns_servers` is empty",
                "CoreDNS asks itself and exits",
                "set `upstream_dns_servers` or `kube_resolv_conf`",
                "CoreDNS, plugin loop");
    }

    @Override
    public List<Question<?>> questions(ClusterSpec spec, NodeSpec node) {
        return ResolvConfChoice.questions(spec, node);
    }

    @Override
    public List<Finding> findings(NodeSpec node, Facts facts, Situation situation) {
        ClusterSpec spec = situation.spec();
        if (isSeenTo(spec, node)) {
            return List.of();
        }
        String file = ResolvConfChoice.of(spec, node, facts);
        boolean needless = !spec.dns().upstreamServers().isEmpty();
        return switch (facts.answer(NameServersProbe.in(file))) {
            case Absent _ ->
                List.of(error(
                        node.name(),
                        "there is no " + file,
                        "the kubelet starts no pods without it: pods inherit its name servers",
                        "write the name servers of your network into it, or set another file with kube_resolv_conf"));
            case Servers servers when servers.isOfUseToPods() || needless -> List.of();
            case Servers servers ->
                List.of(error(
                        node.name(),
                        file + " names "
                                + (servers.addresses().isEmpty()
                                        ? "no name server"
                                        : "only " + String.join(", ", servers.addresses())),
                        servers.addresses().isEmpty()
                                ? "CoreDNS has no upstream for names outside the cluster, and does not start"
                                : "inside a pod that is the pod itself: CoreDNS asks itself, detects the loop, and exits",
                        "set upstream_dns_servers, or kube_resolv_conf to a file with the real name servers"));
        };
    }

    /** Whether pods will inherit name servers of the inventory's, whatever the host has now. */
    private static boolean isSeenTo(ClusterSpec spec, NodeSpec node) {
        return node.kubelet().resolvConf().isEmpty()
                && spec.resolver(node.host())
                        .filter(resolver -> !resolver.serversForPods().isEmpty() || resolver.asksCluster())
                        .isPresent();
    }
}
