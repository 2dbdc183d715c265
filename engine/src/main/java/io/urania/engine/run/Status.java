package io.urania.engine.run;

import io.urania.engine.plan.TaskId;
import java.time.Instant;

/** How a change came out. */
public sealed interface Status {

    record Done(Instant started, Instant finished) implements Status {}

    /**
     * It did not work.
     *
     * @param reason the last lines that the host printed
     * @param command what was run; empty if the host was lost
     */
    record Failed(Instant started, Instant finished, String reason, String command) implements Status {}

    /** Never started, because the run ended before. */
    record Left(Stop.Cause cause) implements Status {}

    /** Never started, because {@code cause} failed. */
    record Blocked(TaskId cause) implements Status {}
}
