package io.urania.engine.plan;

import io.urania.engine.fact.Question;
import java.util.List;
import java.util.Optional;

/** Something that may need doing on a host: facts decide whether, never the memory of an earlier run. */
public interface Work {

    /** What must be known about the host to decide. */
    List<Question<?>> questions();

    /** What has to change, or nothing. A pure function of the facts. */
    Optional<Difference> difference(Planning planning);
}
