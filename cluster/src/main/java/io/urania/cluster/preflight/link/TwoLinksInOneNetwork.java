package io.urania.cluster.preflight.link;

import io.urania.cluster.preflight.Finding;
import io.urania.cluster.preflight.HostRule;
import io.urania.cluster.preflight.Level;
import io.urania.cluster.preflight.RuleDescription;
import io.urania.cluster.preflight.Situation;
import io.urania.cluster.spec.ClusterSpec;
import io.urania.cluster.spec.HostSpec;
import io.urania.engine.fact.Facts;
import io.urania.engine.fact.Question;
import io.urania.engine.network.LinksProbe;
import java.util.List;

/**
 * A host has one interface in the network of its address: with two, such as cable and wireless, the kernel answers for both addresses on both
 * (kernel documentation, "ip-sysctl", arp_filter), and packets leave by either.
 */
record TwoLinksInOneNetwork() implements HostRule {

    @Override
    public String id() {
        return "two-interfaces";
    }

    @Override
    public RuleDescription description() {
        return new RuleDescription(
                List.of(Level.WARNING),
                "two interfaces are in the network of the host's address, such as eth0 and wlan0",
                "packets leave by either, and pods' traffic takes the slow way or none",
                "switch one of them off",
                "kernel, ip-sysctl, arp_filter");
    }

    @Override
    public List<Question<?>> questions(ClusterSpec spec, HostSpec host) {
        return List.of(LinksProbe.QUESTION);
    }

    @Override
    public List<Finding> findings(HostSpec host, Facts facts, Situation situation) {
        List<String> links = HostLink.of(host, facts.answer(LinksProbe.QUESTION));
        if (links.size() < 2) {
            return List.of();
        }
        return List.of(warning(
                host.name(),
                String.join(" and ", links) + " are interfaces in one network, that of " + host.address(),
                "packets leave by either, and answers may come back by the other",
                "switch one of them off: ip link set " + links.getLast()
                        + " down, and in the system's network configuration; or give it a network of its own"));
    }
}
