package io.urania.engine.run;

import io.urania.engine.plan.Change;
import io.urania.engine.plan.Plan;
import io.urania.engine.plan.TaskId;
import io.urania.engine.transport.TransportException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What came of a plan.
 *
 * @param statuses of every change of the plan
 * @param unusable hosts that could not be reached or logged in to, with the reason
 */
public record Report(Plan plan, Map<TaskId, Status> statuses, Map<String, TransportException> unusable, Duration took) {

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
