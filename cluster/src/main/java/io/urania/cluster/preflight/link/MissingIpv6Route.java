package io.urania.cluster.preflight.link;

import io.urania.artifacts.version.KubeProxyMode;
import io.urania.cluster.preflight.Finding;
import io.urania.cluster.preflight.HostRule;
import io.urania.cluster.preflight.Level;
import io.urania.cluster.preflight.RuleDescription;
import io.urania.cluster.preflight.Situation;
import io.urania.cluster.spec.ClusterSpec;
import io.urania.cluster.spec.HostSpec;
import io.urania.cluster.spec.NetworkSpec;
import io.urania.cluster.value.Network;
import io.urania.engine.fact.Facts;
import io.urania.engine.fact.Question;
import io.urania.engine.network.Ipv6Fact;
import io.urania.engine.network.Ipv6Probe;
import java.util.List;
import java.util.Optional;

/**
 * A node has an IPv6 route to the addresses of services, and keeps it: the rules of kube-proxy (iptables, nftables) turn packets on their way,
 * and where there is no way no packet is sent. In mode ipvs those addresses are the node's own. A node forwards packets, and a kernel that does
 * forgets what routers advertise (kernel documentation, "ip-sysctl", accept_ra). No other route stands in the way of those to pods.
 */
record MissingIpv6Route() implements HostRule {

    @Override
    public String id() {
        return "missing-route";
    }

    @Override
    public RuleDescription description() {
        return new RuleDescription(
                List.of(Level.ERROR, Level.WARNING),
                "a node has no IPv6 route to the addresses of services (a warning where there is IPv4 too), or one that a router advertises and that the kernel forgets once it forwards packets; a route that is not the default one leads to the network of pods",
                "programs of the host could not reach services",
                "give it a route; `accept_ra` 2",
                "kernel, ip-sysctl");
    }

    @Override
    public List<Question<?>> questions(ClusterSpec spec, HostSpec host) {
        return isAsked(spec, host) ? List.of(Ipv6Probe.QUESTION) : List.of();
    }

    private static boolean isAsked(ClusterSpec spec, HostSpec host) {
        return spec.network().hasIpv6()
                && spec.node(host.name()).isPresent()
                && spec.kubeProxy().isPresent()
                && !spec.hasProxyMode(KubeProxyMode.IPVS);
    }

    @Override
    public List<Finding> findings(HostSpec host, Facts facts, Situation situation) {
        if (!isAsked(situation.spec(), host)) {
            return List.of();
        }
        Network services = situation.spec().network().ranges(true).orElseThrow().services();
        Ipv6Fact fact = facts.answer(Ipv6Probe.QUESTION);
        Optional<Finding> other = otherWay(host, fact, situation.spec().network());
        if (other.isPresent()) {
            return other.stream().toList();
        }
        List<Ipv6Fact.Route> ways = fact.routes().stream()
                .filter(route -> Network.parse(route.network())
                        .filter(network -> network.contains(services))
                        .isPresent())
                .toList();
        if (ways.stream().anyMatch(fact::stays)) {
            return List.of();
        }
        Optional<Ipv6Fact.Route> lost = ways.stream().findFirst();
        return List.of(
                lost.map(route -> forgotten(host, route)).orElseGet(() -> missing(host, services, situation.spec())));
    }

    /**
     * A gateway on a link is refused where a route other than the default one leads to it by another link ({@code net/ipv6/route.c},
     * "ip6_route_check_nh_onlink").
     */
    private Optional<Finding> otherWay(HostSpec host, Ipv6Fact fact, NetworkSpec spec) {
        Network pods = spec.ranges(true).orElseThrow().pods();
        return fact.routes().stream()
                .filter(_ -> spec.plugin().hasGatewaysAmongPods())
                .filter(route -> Network.parse(route.network())
                        .filter(network -> network.prefixLength() > 0 && network.contains(pods))
                        .isPresent())
                .findFirst()
                .map(route -> error(
                        host.name(),
                        "it has a route to " + Network.parse(route.network()).orElseThrow() + " on " + route.link()
                                + ", in which " + pods + ", the network of pods, is",
                        "the kernel refuses the network plugin's routes beside it: pods of different nodes would not reach each other by"
                                + " IPv6",
                        "set kube_pods_subnet_ipv6 to a network outside of that route, or make it a default route"));
    }

    private Finding forgotten(HostSpec host, Ipv6Fact.Route route) {
        return error(
                host.name(),
                "its IPv6 route to services is one that a router advertises on " + route.link(),
                "a node forwards packets, and then its kernel forgets that route: net.ipv6.conf." + route.link()
                        + ".accept_ra is not 2",
                "set additional_sysctl: [{name: net.ipv6.conf." + route.link()
                        + ".accept_ra, value: 2}] and sysctl the same on the host, or give it a static route");
    }

    private Finding missing(HostSpec host, Network services, ClusterSpec spec) {
        String what = "it has no IPv6 route to " + services + ", the addresses of services";
        String why = "programs of the host itself, such as the node-local DNS cache, could not reach services";
        String help = "give it an IPv6 default route, or one to that network by the interface between the nodes";
        return spec.network().isDualStack()
                ? warning(host.name(), what, why + " at their IPv6 addresses; pods can", help)
                : error(host.name(), what, why, help);
    }
}
