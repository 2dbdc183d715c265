package io.urania.cluster.preflight;

import io.urania.cluster.observation.ClusterView;
import io.urania.cluster.spec.ClusterSpec;
import io.urania.cluster.spec.HostSpec;
import io.urania.engine.fact.FactBook;
import io.urania.engine.fact.Facts;

/**
 * All that rules may look at: what is wanted, and what is.
 *
 * @param view how the cluster's own facts in the book are read
 */
public record Situation(ClusterSpec spec, ClusterView view, FactBook book) {

    /** The facts of a host that has answered. */
    public Facts facts(HostSpec host) {
        return book.of(host.name());
    }

    /** Whether a host has answered everything that a rule asks of it. */
    public boolean hasAnswered(Rule rule, HostSpec host) {
        return book.knows(host.name())
                && rule.questions(spec, host).stream()
                        .allMatch(question -> facts(host).find(question).isPresent());
    }
}
