package io.urania.cluster.preflight;

import io.urania.cluster.spec.ClusterSpec;
import io.urania.cluster.spec.HostSpec;
import io.urania.engine.fact.Question;
import java.util.List;

/**
 * Something that must be so before anything is changed. Rules hold no state and decide from facts alone; where a rule rests on what others
 * have found, its Javadoc names the source.
 */
public interface Rule {

    /** Its name, in lower case with dashes: {@code ports-taken}. */
    String id();

    /** The rule in words: a row of {@code docs/preflight.md}. */
    RuleDescription description();

    /**
     * What must be known of a host; asked in the same round trip as everything else. A host that gives no answer to one of these is a finding
     * of its own, which no rule need make.
     */
    List<Question<?>> questions(ClusterSpec spec, HostSpec host);

    /** Everything that is wrong, on any host; empty if nothing is. */
    List<Finding> findings(Situation situation);

    /** A finding of this rule for which an apply is refused. */
    default Finding error(String host, String what, String why, String remedy) {
        return new Finding(id(), Level.ERROR, host, what, why, remedy);
    }

    /** A finding of this rule with which an apply goes on. */
    default Finding warning(String host, String what, String why, String remedy) {
        return new Finding(id(), Level.WARNING, host, what, why, remedy);
    }
}
