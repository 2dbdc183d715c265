package io.urania.cluster.preflight.host;

import io.urania.cluster.preflight.Finding;
import io.urania.cluster.preflight.HostRule;
import io.urania.cluster.preflight.Level;
import io.urania.cluster.preflight.RuleDescription;
import io.urania.cluster.preflight.Situation;
import io.urania.cluster.spec.ClusterSpec;
import io.urania.cluster.spec.HostSpec;
import io.urania.cluster.spec.dns.ResolverSpec;
import io.urania.engine.fact.Facts;
import io.urania.engine.fact.Question;
import io.urania.engine.resource.resolver.Mechanism;
import io.urania.engine.resource.resolver.ResolverFact;
import io.urania.engine.resource.resolver.ResolverProbe;
import java.util.List;

/** Hosts that are to find names as the inventory says are hosts whose way of finding names is known. */
record StrangeResolvConf() implements HostRule {

    @Override
    public String id() {
        return "strange-resolv-conf";
    }

    @Override
    public RuleDescription description() {
        return new RuleDescription(
                List.of(Level.ERROR, Level.WARNING),
                "a host is to get name servers, search domains or options, and /etc/resolv.conf is a link of nobody known (error); NetworkManager is to get search domains or options without name servers (warning)",
                "they would be overwritten; NetworkManager takes them only together",
                "make it a file, or `resolvconf_mode: none`; set `nameservers`",
                "resolv.conf(5), NetworkManager.conf(5)");
    }

    @Override
    public List<Question<?>> questions(ClusterSpec spec, HostSpec host) {
        return spec.resolver(host).isEmpty() ? List.of() : List.of(ResolverProbe.QUESTION);
    }

    @Override
    public List<Finding> findings(HostSpec host, Facts facts, Situation situation) {
        return situation.spec().resolver(host).stream()
                .flatMap(resolver -> findings(host, resolver, facts.answer(ResolverProbe.QUESTION)).stream())
                .toList();
    }

    private List<Finding> findings(HostSpec host, ResolverSpec resolver, ResolverFact fact) {
        if (fact.mechanism() == Mechanism.OTHER) {
            return List.of(error(
                    host.name(),
                    "/etc/resolv.conf leads to " + fact.link().orElse("nowhere")
                            + ", and neither systemd-resolved nor NetworkManager nor resolvconf runs there",
                    "whoever writes that file would overwrite the name servers of the inventory",
                    "make it a file, or set resolvconf_mode: none for this host"));
        }
        boolean isAlone = resolver.servers().isEmpty() && !resolver.asksCluster();
        return fact.mechanism() == Mechanism.NETWORK_MANAGER && isAlone
                ? List.of(warning(
                        host.name(),
                        "NetworkManager sees to its name resolution, and there are search domains or options without name servers",
                        "NetworkManager takes them only together with name servers; the host is left as it is",
                        "set nameservers too"))
                : List.of();
    }
}
