package io.urania.control.stage;

import io.urania.cluster.preflight.Finding;
import io.urania.engine.plan.Scope;
import java.util.List;

/** A cluster whose hosts have all told how they are: the bundle for them is known, and what has to change can be found out. */
public interface Surveyed {

    /** The names of the rules by which findings are made, in the order of the documentation. */
    List<String> rules();

    /** What would fail, or should be known before, where, why, and what to do; errors first, empty if nothing is. */
    List<Finding> findings();

    /**
     * The changes that make the hosts what the inventory asks for.
     *
     * @param scope which of them are meant
     */
    Planned plan(Scope scope);
}
