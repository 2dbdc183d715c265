package io.urania.cluster.preflight.host;

import io.urania.cluster.component.HostPort;
import io.urania.cluster.port.HostPorts;
import io.urania.cluster.preflight.Finding;
import io.urania.cluster.preflight.HostRule;
import io.urania.cluster.preflight.Level;
import io.urania.cluster.preflight.RuleDescription;
import io.urania.cluster.preflight.Situation;
import io.urania.cluster.spec.ClusterSpec;
import io.urania.cluster.spec.HostSpec;
import io.urania.cluster.spec.NetworkSpec;
import io.urania.engine.fact.Facts;
import io.urania.engine.fact.Question;
import io.urania.engine.network.FirewallFact;
import io.urania.engine.network.FirewallFact.DroppingChain;
import io.urania.engine.network.FirewallFact.Hook;
import io.urania.engine.network.FirewallProbe;
import io.urania.engine.system.UnitProbe;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Packets between the hosts, and to and from pods, are let through. Whether a chain lets them is certain where it has no rule that could:
 * then the finding is an error; where some rule might, it is a warning. Of iptables' own chain FORWARD nothing is said: kube-proxy and flannel
 * put rules into it that let pods' packets through (flannel, "iptables-forward-rules").
 */
record DroppedPackets() implements HostRule {
    private static final String FIREWALLD = "firewalld.service";

    /** What lets through answers, the host's own packets, pings, name service and ssh, and nothing of a cluster. */
    private static final Pattern HARMLESS = Pattern.compile(
            "(?i).*(ct ?state|conntrack|ctstate|icmp|\\biif(name)? \"?lo\\b|-i lo\\b|dport \"?(22|ssh|bootp[cs]|6[78])\\b).*");

    private static final Pattern GIVES_ON = Pattern.compile("(?i).*(\\b(accept|jump|goto|vmap)\\b|-[jg] ).*");
    private static final Pattern ENDS = Pattern.compile("(?i).*(\\b(drop|reject)\\b|-j (NF)?LOG\\b).*");

    @Override
    public String id() {
        return "dropped-packets";
    }

    @Override
    public RuleDescription description() {
        return new RuleDescription(
                List.of(Level.ERROR, Level.WARNING),
                "a firewall chain drops what no rule accepts: certainly the cluster's packets (error), or possibly (warning); firewalld runs (warning)",
                "hosts and pods do not reach each other",
                "accept them",
                "nft(8), iptables(8)");
    }

    @Override
    public List<Question<?>> questions(ClusterSpec spec, HostSpec host) {
        return List.of(FirewallProbe.QUESTION, UnitProbe.of(FIREWALLD));
    }

    @Override
    public List<Finding> findings(HostSpec host, Facts facts, Situation situation) {
        FirewallFact firewall = facts.answer(FirewallProbe.QUESTION);
        String ports = HostPorts.of(situation.spec(), host).stream()
                .filter(port -> port.address().isEmpty())
                .map(HostPort::words)
                .distinct()
                .collect(Collectors.joining(", "));
        List<Finding> findings = new ArrayList<>();
        NetworkSpec network = situation.spec().network();
        for (DroppingChain chain : of(network, firewall.at(Hook.INPUT))) {
            findings.add(finding(
                    host,
                    chain,
                    firewall.byUfw() ? " (ufw)" : "",
                    "the hosts reach each other at ports " + ports,
                    firewall.byUfw()
                            ? "allow the other hosts: ufw allow from ADDRESS; or disable it: ufw disable"
                            : "allow the other hosts with a rule before the others"));
        }
        if (situation.spec().node(host.name()).isPresent()) {
            of(network, firewall.at(Hook.FORWARD)).stream()
                    .filter(chain -> !chain.isOfIptables())
                    .map(chain -> finding(
                            host,
                            chain,
                            "",
                            "the host forwards packets from and to pods",
                            "allow " + network.podsInWords() + ", as source and as destination"))
                    .forEach(findings::add);
        }
        if (facts.answer(UnitProbe.of(FIREWALLD)).isActive()) {
            findings.add(warning(
                    host.name(),
                    "firewalld runs",
                    "it rejects what its zones do not allow; the hosts reach each other at ports " + ports,
                    "trust the network of the hosts and that of the pods ("
                            + network.podsInWords()
                            + "): firewall-cmd --permanent --zone=trusted --add-source=NETWORK; firewall-cmd --reload;"
                            + " or disable it: systemctl disable --now " + FIREWALLD));
        }
        return findings;
    }

    /** Those that packets of the cluster pass: a chain of one family drops no packet of the other. */
    private static List<DroppingChain> of(NetworkSpec network, List<DroppingChain> chains) {
        return chains.stream()
                .filter(chain -> network.hasIpv6() || !chain.name().startsWith("ip6 "))
                .filter(chain -> !network.first().isIpv6() || !chain.name().startsWith("ip "))
                .toList();
    }

    private Finding finding(HostSpec host, DroppingChain chain, String whose, String why, String remedy) {
        boolean certain = chain.rules().stream().noneMatch(DroppedPackets::mayLetThrough);
        String what = "the firewall's chain " + chain.name() + whose + " drops what no rule accepts"
                + (certain ? ", and none accepts the cluster's packets" : "");
        return certain
                ? error(host.name(), what, why, remedy)
                : warning(
                        host.name(), what, why + "; whether its rules accept the cluster's packets is unknown", remedy);
    }

    private static boolean mayLetThrough(String rule) {
        return GIVES_ON.matcher(rule).matches()
                && !ENDS.matcher(rule).matches()
                && !HARMLESS.matcher(rule).matches();
    }
}
