package io.urania.cluster.operation;

import io.urania.cluster.observation.BalancerFact;
import io.urania.cluster.observation.BalancerProbe;
import io.urania.cluster.observation.CertificateProbe;
import io.urania.cluster.observation.ClusterFact;
import io.urania.cluster.observation.ClusterView;
import io.urania.cluster.observation.ConditionsFact;
import io.urania.cluster.observation.ConditionsProbe;
import io.urania.cluster.observation.EtcdBeginning;
import io.urania.cluster.observation.EtcdFact;
import io.urania.cluster.observation.EtcdProbe;
import io.urania.cluster.observation.NodeFact;
import io.urania.cluster.observation.Workload;
import io.urania.cluster.phases.Phases;
import io.urania.cluster.preflight.ClusterRules;
import io.urania.cluster.preflight.Finding;
import io.urania.cluster.preflight.Level;
import io.urania.cluster.preflight.Preflight;
import io.urania.cluster.preflight.Situation;
import io.urania.cluster.spec.ClusterSpec;
import io.urania.cluster.spec.EtcdInstance;
import io.urania.cluster.spec.EtcdSpec;
import io.urania.cluster.spec.HostSpec;
import io.urania.cluster.spec.NodeSpec;
import io.urania.engine.fact.FactBook;
import io.urania.engine.fact.Facts;
import io.urania.engine.fact.Question;
import io.urania.engine.fact.Unanswered;
import io.urania.engine.run.FactGathering.Gathered;
import io.urania.engine.transport.TransportException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Reads how a cluster is: what to ask, and what the answers mean. */
final class StatusReading {

    private final ClusterSpec spec;
    private final ClusterView view;
    private final ConditionsProbe conditions;
    private final CertificateReading certificates;
    private final Preflight identity;

    StatusReading(ClusterSpec spec, ClusterView view, Clock clock) {
        this.spec = spec;
        this.view = view;
        this.conditions = ConditionsProbe.of(spec, Phases.proofs(spec));
        this.certificates = new CertificateReading(spec, clock);
        this.identity = Preflight.of(spec, ClusterRules.ofIdentity(view));
    }

    /** What to ask each host. */
    Map<String, List<Question<?>>> questions() {
        Map<String, List<Question<?>>> questions = new HashMap<>();
        Map<String, List<Question<?>>> compared = identity.questions();
        for (HostSpec host : spec.hosts()) {
            Set<Question<?>> asked = new LinkedHashSet<>(compared.getOrDefault(host.name(), List.of()));
            asked.addAll(view.questions(host));
            if (spec.node(host.name()).filter(NodeSpec::controlPlane).isPresent()) {
                asked.add(conditions.question());
            }
            certificates.files(host).forEach(file -> asked.add(CertificateProbe.at(file)));
            if (spec.hasBalancer(host)) {
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
        List<String> warnings = new ArrayList<>();
        failures.values().forEach(failure -> complaints.add(String.valueOf(failure.getMessage())));
        book.hosts().values().forEach(facts -> unanswered(facts, complaints));
        SortedMap<String, NodeFact> nodes = nodes(book, complaints);
        List<Workload> workloads = nodes.isEmpty() ? List.of() : workloads(book, complaints);
        SortedMap<String, EtcdFact> members = members(book, complaints);
        SortedMap<String, BalancerFact> balancers = balancers(book, complaints);
        compare(book, complaints, warnings);
        List<CertificateStatus> ends = certificates.read(book, complaints, warnings);
        List<String> unseen = List.of("drift: whether hosts differ from the inventory");
        return new ClusterStatus(
                nodes, workloads, members, balancers, ends, Optional.empty(), complaints, warnings, unseen);
    }

    private static void unanswered(Facts facts, List<String> complaints) {
        Unanswered.told(facts.unanswered()).forEach(what -> complaints.add(facts.host() + ": " + what));
    }

    /** What differs from the inventory; of hosts that did not answer something else is told. */
    private void compare(FactBook book, List<String> complaints, List<String> warnings) {
        for (Finding finding : identity.findings(new Situation(spec, view, book))) {
            String sentence = finding.host() + ": " + finding.what() + "; " + finding.remedy();
            boolean isOfSilentHost = spec.hosts().stream()
                    .anyMatch(host -> host.name().equals(finding.host()) && !book.knows(host.name()));
            if (isOfSilentHost || finding.rule().equals("unknown-fact")) {
                continue;
            }
            (finding.level() == Level.ERROR ? complaints : warnings).add(sentence);
        }
    }

    /** As the first control plane host sees it whose API server answers. */
    private List<Workload> workloads(FactBook book, List<String> complaints) {
        Optional<ConditionsFact.Seen> seen = spec.controlPlane().stream()
                .filter(node -> book.knows(node.name()))
                .flatMap(node -> book.of(node.name()).find(conditions.question()).stream())
                .filter(ConditionsFact.Seen.class::isInstance)
                .map(ConditionsFact.Seen.class::cast)
                .findFirst();
        if (seen.isEmpty()) {
            complaints.add("no control plane host reports what runs in kube-system");
            return List.of();
        }
        complaints.addAll(seen.get().unwell());
        return seen.get().workloads();
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
            // Whether it is there and Ready is among the conditions.
            if (fact != null && !fact.kubelet().equals(spec.kubernetes().toString())) {
                complaints.add(node.name() + " runs " + fact.kubelet() + ", expected " + spec.kubernetes());
            }
        }
        return nodes;
    }

    private SortedMap<String, EtcdFact> members(FactBook book, List<String> complaints) {
        SortedMap<String, EtcdFact> members = new TreeMap<>();
        spec.etcd().instances().forEach(instance -> members.putAll(members(instance, book, complaints)));
        return members;
    }

    private SortedMap<String, EtcdFact> members(EtcdInstance instance, FactBook book, List<String> complaints) {
        Question<EtcdFact> question = EtcdProbe.of(spec, instance).question();
        SortedMap<String, EtcdFact> members = new TreeMap<>();
        for (EtcdSpec.Member member : spec.etcd().members()) {
            EtcdFact fact = book.knows(member.host().name())
                    ? book.of(member.host().name()).find(question).orElse(silent("its host does not report it"))
                    : silent("its host does not answer");
            String name = member.nameIn(instance);
            members.put(name, fact);
            switch (fact) {
                case EtcdFact.Absent _ ->
                    complaints.add("etcd member " + name + " is not serving: its host has no data of it");
                case EtcdFact.Silent(String reason, EtcdBeginning _) ->
                    complaints.add("etcd member " + name + " is not serving: " + reason);
                case EtcdFact.Serving _ -> {
                    // As it should be.
                }
            }
        }
        if (members.values().stream().noneMatch(fact -> fact instanceof EtcdFact.Serving member && member.isLeader())) {
            complaints.add(instance.name() + " has no leader");
        }
        return members;
    }

    private static EtcdFact silent(String reason) {
        return new EtcdFact.Silent(reason, new EtcdBeginning(new TreeSet<>(), "", ""));
    }

    private SortedMap<String, BalancerFact> balancers(FactBook book, List<String> complaints) {
        SortedMap<String, BalancerFact> balancers = new TreeMap<>();
        SortedMap<String, List<String>> broken = new TreeMap<>();
        for (HostSpec host : spec.hosts()) {
            if (spec.hasBalancer(host) && book.knows(host.name())) {
                BalancerFact fact =
                        book.of(host.name()).find(BalancerProbe.QUESTION).orElse(new BalancerFact(Map.of()));
                balancers.put(host.name(), fact);
                if (fact.servers().isEmpty()) {
                    complaints.add(host.name() + ": HAProxy does not answer");
                }
                fact.servers().forEach((server, state) -> {
                    if (!state.startsWith("UP")) {
                        broken.computeIfAbsent("the API server " + server + " is " + state, _ -> new ArrayList<>())
                                .add(host.name());
                    }
                });
            }
        }
        // Where each node has a balancer, all of them miss the same server.
        broken.forEach((what, hosts) -> complaints.add(String.join(", ", hosts) + ": " + what));
        return balancers;
    }
}
