package io.urania.engine.event;

import io.urania.engine.plan.TaskId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Something that happened in a run. Events never carry secrets, nor the output of steps that worked. */
public sealed interface Event {

    /** In the place of a task: what waits is the connection to a host. */
    String CONNECTION = "connection";

    /** In the place of a task: what waits are questions to a host. */
    String FACTS = "facts";

    Instant at();

    /** Facts are being read from so many hosts. */
    record FactsStarted(Instant at, List<String> hosts) implements Event {}

    /** One host answered. */
    record FactsRead(Instant at, String host, Duration took) implements Event {}

    /** One host could not be asked. */
    record FactsFailed(Instant at, String host, String reason) implements Event {}

    /**
     * A plan is about to be carried out.
     *
     * @param changes each after everything it needs
     */
    record RunStarted(Instant at, List<PlannedChange> changes) implements Event {

        public RunStarted {
            changes = List.copyOf(changes);
        }

        /** The hosts with changes, in the plan's order. */
        public List<String> hosts() {
            return changes.stream().map(PlannedChange::host).distinct().toList();
        }
    }

    /**
     * Changes are about to be sent to a host: from here on, each may have been made, whatever is heard of it.
     *
     * @param tasks their names on that host, in the order in which they are made
     */
    record BatchSent(Instant at, String host, List<String> tasks) implements Event {}

    record ChangeStarted(Instant at, TaskId id, String phase, String title) implements Event {}

    record ChangeFinished(Instant at, TaskId id, String phase, String title, Duration took) implements Event {}

    /**
     * A change did not work.
     *
     * @param reason the last lines that the host printed
     */
    record ChangeFailed(Instant at, TaskId id, String phase, String title, Duration took, String reason)
            implements Event {}

    /**
     * A change did not work, and will be made again.
     *
     * @param reason the last lines that the host printed
     * @param attempt how often it was made until now
     * @param attempts how often it is made at the most
     * @param pause until it is made again
     */
    record ChangeRepeated(
            Instant at,
            TaskId id,
            String phase,
            String title,
            Duration took,
            String reason,
            int attempt,
            int attempts,
            Duration pause)
            implements Event {}

    /**
     * A host has been waiting for something for ten seconds or longer.
     *
     * @param task the change that waits, or {@link #CONNECTION} or {@link #FACTS}
     * @param what follows the words "waiting for", and names who keeps it where that is known
     */
    record Waiting(Instant at, String host, String task, String what, Instant since) implements Event {}

    /**
     * What a host was said to wait for has come, or is given up.
     *
     * @param what it was waiting for in the end
     */
    record Waited(Instant at, String host, String task, String what, Duration took) implements Event {}

    /** A change that cannot start because another one failed. */
    record ChangeBlocked(Instant at, TaskId id, String phase, String title, TaskId cause) implements Event {}

    /**
     * A plan was carried out as far as it could be.
     *
     * @param left changes that were not begun because the run was ended
     */
    record RunFinished(Instant at, Duration took, int done, int failed, int blocked, int left) implements Event {}
}
