package io.urania.engine.event;

import io.urania.engine.plan.Action;
import io.urania.engine.plan.Change;
import io.urania.engine.plan.Lane;
import io.urania.engine.plan.TaskId;
import java.util.Optional;
import java.util.Set;

/**
 * What is told of a change before it is made: enough to draw the graph, without what the change carries.
 *
 * @param action what happens; empty where a journal is read that is too old to tell
 * @param needs changes of the same plan that must be done first
 */
public record PlannedChange(
        TaskId id, String phase, Lane lane, Optional<Action> action, String title, Set<TaskId> needs) {

    public PlannedChange {
        needs = Set.copyOf(needs);
    }

    /** The change without its operation. */
    public static PlannedChange of(Change change) {
        return new PlannedChange(
                change.id(),
                change.phase(),
                change.lane(),
                Optional.of(change.difference().action()),
                change.title(),
                change.needs());
    }

    public String host() {
        return id.host();
    }
}
