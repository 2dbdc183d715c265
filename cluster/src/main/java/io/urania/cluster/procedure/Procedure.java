package io.urania.cluster.procedure;

import io.urania.cluster.phase.PhaseDescription;
import io.urania.cluster.preflight.Finding;
import io.urania.engine.fact.FactBook;
import io.urania.engine.fact.Question;
import io.urania.engine.plan.Plan;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Something that is done to a cluster as a whole: from facts to a plan, and to what shows that it worked. All are carried out alike. */
public interface Procedure {

    /** Its command: {@code apply}. */
    String name();

    /** The chapters that it is made of, in the order in which they are told. */
    List<PhaseDescription> phases();

    /** What must be known of each host before it can be planned. */
    Map<String, List<Question<?>>> questions();

    /** What would keep it from working, and what somebody should know before it; errors first. */
    List<Finding> findings(FactBook book);

    /** What has to change: a pure function of the facts. */
    Plan plan(FactBook book);

    /**
     * Keeps on this machine what the plan's changes rest on; to be called before the first of them.
     *
     * @throws IOException if it cannot be kept; then nothing may be changed
     */
    void keepSecrets() throws IOException;

    /** What shows, after all changes, that it worked; empty where its last change does. */
    Plan verification();
}
