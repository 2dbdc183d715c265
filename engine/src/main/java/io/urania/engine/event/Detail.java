package io.urania.engine.event;

import io.urania.engine.plan.TaskId;
import java.time.Instant;

/**
 * What a change runs on its host and what is printed there, for those who watch closely. Details are shown and never kept;
 * known secrets in them are replaced.
 */
public sealed interface Detail {

    Instant at();

    TaskId id();

    /**
     * A change begins.
     *
     * @param script the POSIX sh that its host runs
     */
    record Command(Instant at, TaskId id, String script) implements Detail {}

    /**
     * A change has ended.
     *
     * @param text what its host printed; may be empty
     */
    record Printed(Instant at, TaskId id, String text) implements Detail {}
}
