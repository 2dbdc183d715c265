package io.urania.engine.run;

import io.urania.engine.plan.TaskId;
import java.util.Optional;

/** Says why a change did not work, where that can be read from what its host printed. */
@FunctionalInterface
public interface Explanation {

    /** Knows nothing: the last lines are told as they are. */
    Explanation NONE = (_, _) -> Optional.empty();

    /**
     * What, where and why, and what to do; told in the place of the last lines that were printed.
     *
     * @param output what the host printed, without the secrets of the change
     */
    Optional<String> of(TaskId task, String output);
}
