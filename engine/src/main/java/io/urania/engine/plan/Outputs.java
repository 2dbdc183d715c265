package io.urania.engine.plan;

import java.util.Optional;

/** What tasks that ran earlier in the same run printed. */
@FunctionalInterface
public interface Outputs {

    /** The standard output of a task, if it has run. */
    Optional<String> of(TaskId task);
}
