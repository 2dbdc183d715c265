package io.urania.cluster.operation;

import io.urania.cluster.observation.BalancerFact;
import io.urania.cluster.observation.BalancerProbe;
import io.urania.cluster.observation.ClusterFact;
import io.urania.cluster.observation.ClusterView;
import io.urania.cluster.observation.EtcdBeginning;
import io.urania.cluster.observation.EtcdFact;
import io.urania.cluster.observation.EtcdProbe;
import io.urania.cluster.observation.NodeFact;
import io.urania.cluster.spec.ClusterSpec;
import io.urania.cluster.spec.EtcdSpec;
import io.urania.cluster.spec.HostSpec;
import io.urania.cluster.spec.NodeSpec;
import io.urania.engine.fact.FactBook;
import io.urania.engine.fact.Question;
import io.urania.engine.run.FactGathering.Gathered;
import io.urania.engine.transport.TransportException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Reads how a cluster is: what to ask, and what the answers mean. */
final class StatusReading {

    private final ClusterSpec spec;
    private final ClusterView view;
    private final EtcdProbe etcd;

    StatusReading(ClusterSpec spec, ClusterView view) {
        this.spec = spec;
        this.view = view;
        this.etcd = EtcdProbe.of(spec);
    }

    /** What to ask each host. */
    Map<String, List<Question<?>>> questions() {
        Map<String, List<Question<?>>> questions = new HashMap<>();
        for (HostSpec host : spec.hosts()) {
            List<Question<?>> asked = new ArrayList<>();
            spec.node(host.name())
                    .filter(NodeSpec::controlPlane)
                    .ifPresent(_ -> asked.add(view.probe().question()));
            spec.etcdMemberOn(host.name()).ifPresent(_ -> asked.add(etcd.question()));
            if (spec.balancers().contains(host)) {
                asked.add(BalancerProbe.QUESTION);
            }
            questions.put(host.name(), List.copyOf(asked));
        }
        return questions;
    }

    ClusterStatus read(Gathered gathered) {
        return read(gathered.book(), gathered.failures());
    }

    /** The same, of hosts that have all answered. */
    ClusterStatus read(FactBook book) {
        return read(book, new TreeMap<>());
    }

    private ClusterStatus read(FactBook book, SortedMap<String, TransportException> failures) {
        List<String> complaints = new ArrayList<>();
        failures.values().forEach(failure -> complaints.add(String.valueOf(failure.getMessage())));
        SortedMap<String, NodeFact> nodes = nodes(book, complaints);
        SortedMap<String, EtcdFact> members = members(book, complaints);
        SortedMap<String, BalancerFact> balancers = balancers(book, complaints);
        return new ClusterStatus(nodes, members, balancers, complaints);
    }

    private SortedMap<String, NodeFact> nodes(FactBook book, List<String> complaints) {
        SortedMap<String, NodeFact> nodes =
                view.existing(book).map(ClusterFact.Answering::nodes).orElseGet(TreeMap::new);
        if (nodes.isEmpty()) {
            complaints.add("no API server answers on any control plane host");
            return nodes;
        }
        for (NodeSpec node : spec.nodes()) {
            NodeFact fact = nodes.get(node.name());
            if (fact == null) {
                complaints.add(node.name() + " is no node of the cluster");
            } else if (!fact.ready()) {
                complaints.add(node.name() + " is not Ready");
            } else if (!fact.kubelet().equals(spec.kubernetes().toString())) {
                complaints.add(node.name() + " runs " + fact.kubelet() + ", wanted is " + spec.kubernetes());
            }
        }
        return nodes;
    }

    private SortedMap<String, EtcdFact> members(FactBook book, List<String> complaints) {
        SortedMap<String, EtcdFact> members = new TreeMap<>();
        for (EtcdSpec.Member member : spec.etcd().members()) {
            EtcdFact fact = book.knows(member.host().name())
                    ? book.of(member.host().name()).find(etcd.question()).orElse(silent("its host does not tell"))
                    : silent("its host does not answer");
            members.put(member.name(), fact);
            switch (fact) {
                case EtcdFact.Absent _ ->
                    complaints.add("etcd member " + member.name() + " does not serve: its host has no data of it");
                case EtcdFact.Silent(String reason, EtcdBeginning _) ->
                    complaints.add("etcd member " + member.name() + " does not serve: " + reason);
                case EtcdFact.Serving _ -> {
                    // As it should be.
                }
            }
        }
        if (members.values().stream().noneMatch(fact -> fact instanceof EtcdFact.Serving member && member.isLeader())) {
            complaints.add("etcd has no leader");
        }
        return members;
    }

    private static EtcdFact silent(String reason) {
        return new EtcdFact.Silent(reason, new EtcdBeginning(new TreeSet<>(), ""));
    }

    private SortedMap<String, BalancerFact> balancers(FactBook book, List<String> complaints) {
        SortedMap<String, BalancerFact> balancers = new TreeMap<>();
        for (HostSpec host : spec.balancers()) {
            if (book.knows(host.name())) {
                BalancerFact fact =
                        book.of(host.name()).find(BalancerProbe.QUESTION).orElse(new BalancerFact(Map.of()));
                balancers.put(host.name(), fact);
                if (fact.servers().isEmpty()) {
                    complaints.add(host.name() + ": HAProxy does not answer");
                }
                fact.servers().forEach((server, state) -> {
                    if (!state.startsWith("UP")) {
                        complaints.add(host.name() + ": the API server " + server + " is " + state);
                    }
                });
            }
        }
        return balancers;
    }
}
