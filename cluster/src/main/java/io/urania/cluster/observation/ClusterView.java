package io.urania.cluster.observation;

import io.urania.cluster.spec.ClusterSpec;
import io.urania.cluster.spec.HostSpec;
import io.urania.cluster.spec.NodeSpec;
import io.urania.engine.fact.FactBook;
import io.urania.engine.fact.Question;
import java.util.List;
import java.util.Optional;

/** What all control plane hosts together say about the cluster. */
public final class ClusterView {
    /** Of a host that could not be asked nobody may say that it is of no cluster. */
    private static final ClusterFact COULD_NOT_TELL = new ClusterFact.Silent("the host could not be asked");

    private final ClusterSpec spec;
    private final ClusterProbe probe;

    public ClusterView(ClusterSpec spec, ClusterProbe probe) {
        this.spec = spec;
        this.probe = probe;
    }

    public ClusterProbe probe() {
        return probe;
    }

    /** What a host is asked of the cluster: nothing, unless it is of the control plane. */
    public List<Question<ClusterFact>> questions(HostSpec host) {
        return spec.node(host.name()).filter(NodeSpec::controlPlane).isPresent()
                ? List.of(probe.question())
                : List.of();
    }

    /** The cluster, as the first control plane host tells it whose API server answers and which is initialised. */
    public Optional<ClusterFact.Answering> existing(FactBook book) {
        return witness(book).flatMap(node -> seenFrom(node, book).answering());
    }

    /** The control plane host that {@link #existing} was seen from. */
    public Optional<NodeSpec> witness(FactBook book) {
        return spec.controlPlane().stream()
                .filter(node -> seenFrom(node, book)
                        .answering()
                        .filter(ClusterFact.Answering::initialised)
                        .isPresent())
                .findFirst();
    }

    /** The nodes of the existing cluster, by name; none if there is none. */
    public List<NodeFact> nodes(FactBook book) {
        return existing(book)
                .map(cluster -> List.copyOf(cluster.nodes().values()))
                .orElse(List.of());
    }

    /** A node of the existing cluster. */
    public Optional<NodeFact> node(FactBook book, String name) {
        return existing(book)
                .flatMap(cluster -> Optional.ofNullable(cluster.nodes().get(name)));
    }

    /** Whether there is a cluster at all; what API servers do not tell is taken for one. */
    public boolean mayExist(FactBook book) {
        return existing(book).isPresent() || isSilent(book);
    }

    /** Whether there is a cluster on some control plane host, but none of which an initialised API server answers. */
    public boolean isSilent(FactBook book) {
        return existing(book).isEmpty()
                && spec.controlPlane().stream().anyMatch(node -> seenFrom(node, book) instanceof ClusterFact.Silent);
    }

    /** What one control plane host says. */
    public ClusterFact seenFrom(NodeSpec controlPlane, FactBook book) {
        return book.knows(controlPlane.name())
                ? book.of(controlPlane.name()).find(probe.question()).orElse(COULD_NOT_TELL)
                : new ClusterFact.None();
    }
}
