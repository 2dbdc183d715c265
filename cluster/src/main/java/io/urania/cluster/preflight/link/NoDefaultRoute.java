package io.urania.cluster.preflight.link;

import io.urania.cluster.preflight.Finding;
import io.urania.cluster.preflight.Level;
import io.urania.cluster.preflight.NodeRule;
import io.urania.cluster.preflight.RuleDescription;
import io.urania.cluster.preflight.Situation;
import io.urania.cluster.spec.ClusterSpec;
import io.urania.cluster.spec.NodeSpec;
import io.urania.cluster.value.Network;
import io.urania.engine.fact.Facts;
import io.urania.engine.fact.Question;
import io.urania.engine.network.LinksFact;
import io.urania.engine.network.LinksProbe;
import java.util.List;

/**
 * A node has an IPv4 route to the addresses of services, which are nobody's: without one, nothing is sent that the rules of kube-proxy could turn.
 * {@link MissingIpv6Route} is the same for IPv6.
 */
record NoDefaultRoute() implements NodeRule {

    @Override
    public String id() {
        return "no-default-route";
    }

    @Override
    public RuleDescription description() {
        return new RuleDescription(
                List.of(Level.WARNING),
                "a node has no IPv4 default route, nor one to the addresses of services",
                "programs of the host could not reach services, and nothing outside",
                "`ip route add default via` the router, and in the network configuration",
                "Kubernetes, \"Virtual IPs and Service Proxies\"");
    }

    @Override
    public List<Question<?>> questions(ClusterSpec spec, NodeSpec node) {
        return spec.network().ranges(false).isPresent() ? List.of(LinksProbe.QUESTION) : List.of();
    }

    @Override
    public List<Finding> findings(NodeSpec node, Facts facts, Situation situation) {
        return situation
                .spec()
                .network()
                .ranges(false)
                .filter(ranges -> !leadsTo(ranges.services(), facts.answer(LinksProbe.QUESTION)))
                .map(
                        ranges -> warning(
                                node.name(),
                                "it has no default route",
                                "programs of the host, such as the node-local DNS cache, could not reach services ("
                                        + ranges.services() + "), nor anything outside",
                                "give it one: ip route add default via ADDRESS, and the same in the system's network configuration"))
                .stream()
                .toList();
    }

    private static boolean leadsTo(Network services, LinksFact links) {
        return links.hasDefaultRoute()
                || links.networks().stream()
                        .flatMap(attached -> Network.parse(attached.network()).stream())
                        .anyMatch(network -> network.contains(services));
    }
}
