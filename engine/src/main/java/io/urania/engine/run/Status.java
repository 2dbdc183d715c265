package io.urania.engine.run;

import io.urania.engine.plan.TaskId;
import java.time.Instant;

/** How a change came out. */
public sealed interface Status {

    record Done(Instant started, Instant finished) implements Status {}

    record Failed(Instant started, Instant finished, String reason) implements Status {}

    /** Never started, because {@code cause} failed. */
    record Blocked(TaskId cause) implements Status {}
}
