package io.urania.engine.run;

import io.urania.engine.plan.Change;
import io.urania.engine.plan.Plan;
import io.urania.engine.plan.TaskId;
import io.urania.engine.transport.TransportException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What came of a plan.
 *
 * @param statuses of every change of the plan
 * @param unusable hosts that could not be reached or logged in to, with the reason
 */
public record Report(Plan plan, Map<TaskId, Status> statuses, Map<String, TransportException> unusable, Duration took) {

    /** Why the run ended before everything that could be done was done, if it did. */
    public Optional<Stop.Cause> stopped() {
        return statuses.values().stream()
                .flatMap(status -> status instanceof Status.Left(Stop.Cause cause) ? Stream.of(cause) : Stream.empty())
                .findFirst();
    }

    /** Changes that were not begun because the run ended before. */
    public List<Change> left() {
        return with(Status.Left.class).toList();
    }

    public boolean succeeded() {
        return statuses.values().stream().allMatch(Status.Done.class::isInstance);
    }

    public List<Change> done() {
        return with(Status.Done.class).toList();
    }

    public List<Change> failed() {
        return with(Status.Failed.class).toList();
    }

    public List<Change> blocked() {
        return with(Status.Blocked.class).toList();
    }

    private Stream<Change> with(Class<? extends Status> kind) {
        return plan.changes().stream().filter(change -> kind.isInstance(statuses.get(change.id())));
    }
}
