package io.urania.cluster.observation;

import io.urania.cluster.spec.ClusterSpec;
import io.urania.cluster.spec.EtcdInstance;
import io.urania.cluster.spec.EtcdSpec;
import io.urania.cluster.spec.HostSpec;
import io.urania.engine.fact.FactBook;
import io.urania.engine.fact.Question;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What all hosts together say about an etcd: whether there is a cluster is nothing that one host knows. */
public final class EtcdView {

    private final ClusterSpec spec;
    private final ClusterView cluster;
    private final EtcdInstance instance;
    private final Question<EtcdFact> question;

    public EtcdView(ClusterSpec spec, ClusterView cluster, EtcdInstance instance) {
        this.spec = spec;
        this.cluster = cluster;
        this.instance = instance;
        this.question = EtcdProbe.of(spec, instance).question();
    }

    /** Those of every etcd that is wanted. */
    public static List<EtcdView> all(ClusterSpec spec, ClusterView cluster) {
        return spec.etcd().instances().stream()
                .map(instance -> new EtcdView(spec, cluster, instance))
                .toList();
    }

    /** Which etcd this is about. */
    public EtcdInstance instance() {
        return instance;
    }

    /** What every host is asked. */
    public Question<EtcdFact> question() {
        return question;
    }

    /** What a host has of etcd; empty if that is not known. */
    public Optional<EtcdFact> on(HostSpec host, FactBook book) {
        return book.knows(host.name()) ? book.of(host.name()).find(question) : Optional.empty();
    }

    /** Whether a host has told that it has data of a member. */
    public boolean hasData(HostSpec host, FactBook book) {
        return on(host, book).flatMap(EtcdFact::begun).isPresent();
    }

    /** The hosts on which a member serves, by name. */
    public SortedMap<String, EtcdFact.Serving> serving(FactBook book) {
        SortedMap<String, EtcdFact.Serving> serving = new TreeMap<>();
        for (HostSpec host : spec.hosts()) {
            if (on(host, book).orElse(new EtcdFact.Absent()) instanceof EtcdFact.Serving fact) {
                serving.put(host.name(), fact);
            }
        }
        return serving;
    }

    /**
     * The member that tells of the cluster: the first that serves and knows its peers, those of group etcd before others. What runs counts,
     * wherever it does.
     */
    public Optional<Map.Entry<HostSpec, EtcdFact.Serving>> witness(FactBook book) {
        Stream<HostSpec> members = spec.etcd().members().stream().map(EtcdSpec.Member::host);
        return Stream.concat(members, spec.hosts().stream())
                .flatMap(host -> on(host, book).stream()
                        .filter(EtcdFact.Serving.class::isInstance)
                        .map(EtcdFact.Serving.class::cast)
                        .filter(fact -> !fact.peers().isEmpty())
                        .map(fact -> Map.entry(host, fact)))
                .findFirst();
    }

    /** Where the members that the inventory asks for reach each other. */
    public SortedSet<String> wantedPeerUrls() {
        return spec.etcd().members().stream()
                .map(member -> member.peerUrl(instance))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * Whether members may be begun as a new cluster: every host has answered and has no data of a member, and no control plane host was
     * ever one. Data of a beginning that did not
     * come to its end are none of a cluster: where no member has ever served, no API server can have been started, and what the same
     * members begin again is the same cluster, with the same id. One that a cluster can do without may begin beside a control plane, too.
     */
    public boolean mayBegin(FactBook book) {
        return (instance.disposable() || isWithoutControlPlane(book))
                && spec.hosts().stream()
                        .allMatch(host -> on(host, book)
                                .filter(fact -> isOfNoCluster(fact, host))
                                .isPresent());
    }

    private boolean isOfNoCluster(EtcdFact fact, HostSpec host) {
        return switch (fact) {
            case EtcdFact.Absent _ -> true;
            case EtcdFact.Serving _ -> false;
            case EtcdFact.Silent silent ->
                spec.etcdMemberOn(host.name()).isPresent()
                        && silent.beginning().state().equals(EtcdBeginning.NEW)
                        && silent.beginning().peerUrls().equals(wantedPeerUrls());
        };
    }

    /** Every control plane host has answered and never was one. */
    private boolean isWithoutControlPlane(FactBook book) {
        return spec.controlPlane().stream()
                .allMatch(node -> book.knows(node.name())
                        && book.of(node.name())
                                .find(cluster.probe().question())
                                .filter(ClusterFact.None.class::isInstance)
                                .isPresent());
    }
}
