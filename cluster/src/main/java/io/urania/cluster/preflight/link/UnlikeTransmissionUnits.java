package io.urania.cluster.preflight.link;

import io.urania.cluster.preflight.Finding;
import io.urania.cluster.preflight.Level;
import io.urania.cluster.preflight.Rule;
import io.urania.cluster.preflight.RuleDescription;
import io.urania.cluster.preflight.Situation;
import io.urania.cluster.spec.ClusterSpec;
import io.urania.cluster.spec.HostSpec;
import io.urania.engine.fact.Question;
import io.urania.engine.network.LinksFact;
import io.urania.engine.network.LinksProbe;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Interfaces in one network have one MTU: larger packets than the other side takes are lost without a word (RFC 2923, 2.1). */
record UnlikeTransmissionUnits() implements Rule {

    /** Where a host is: an interface, and the size of its largest packet. */
    private record Connected(HostSpec host, String link, int unit) {}

    @Override
    public String id() {
        return "unlike-mtus";
    }

    @Override
    public RuleDescription description() {
        return new RuleDescription(
                List.of(Level.WARNING),
                "the interface of a host's address has another MTU than those of most hosts in its network",
                "large packets between them are lost",
                "`ip link set mtu`, and in the network configuration",
                "RFC 2923");
    }

    @Override
    public List<Question<?>> questions(ClusterSpec spec, HostSpec host) {
        return List.of(LinksProbe.QUESTION);
    }

    @Override
    public List<Finding> findings(Situation situation) {
        Map<String, List<Connected>> networks = new TreeMap<>();
        for (HostSpec host : situation.spec().hosts()) {
            if (situation.hasAnswered(this, host)) {
                LinksFact links = situation.facts(host).answer(LinksProbe.QUESTION);
                List<String> names = HostLink.of(host, links);
                links.networks().stream()
                        .filter(attached -> names.contains(attached.link()))
                        .filter(attached -> links.transmissionUnits().containsKey(attached.link()))
                        .findFirst()
                        .ifPresent(attached -> networks.computeIfAbsent(attached.network(), _ -> new ArrayList<>())
                                .add(new Connected(
                                        host,
                                        attached.link(),
                                        links.transmissionUnits().getOrDefault(attached.link(), 0))));
            }
        }
        return networks.values().stream()
                .flatMap(connected -> unlike(connected).stream())
                .toList();
    }

    private List<Finding> unlike(List<Connected> connected) {
        Map<Integer, Integer> counts = new HashMap<>();
        connected.forEach(one -> counts.merge(one.unit(), 1, Integer::sum));
        int usual = counts.entrySet().stream()
                .max(Map.Entry.<Integer, Integer>comparingByValue()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                .orElseThrow()
                .getKey();
        return connected.stream()
                .filter(one -> one.unit() != usual)
                .map(one -> warning(
                        one.host().name(),
                        "the MTU of " + one.link() + " is " + one.unit() + ", and " + usual
                                + " on other hosts of its network",
                        "packets that are too large for the other side are lost: small requests work, large ones hang",
                        "ip link set " + one.link() + " mtu " + usual
                                + ", and the same in the system's network configuration"))
                .toList();
    }
}
