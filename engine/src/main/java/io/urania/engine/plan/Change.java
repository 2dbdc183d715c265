package io.urania.engine.plan;

import java.util.Set;

/**
 * A task that has something to do.
 *
 * @param needs changes that must be done first; satisfied tasks between them are left out
 */
public record Change(TaskId id, String phase, Lane lane, Difference difference, Set<TaskId> needs) {

    public Change {
        needs = Set.copyOf(needs);
    }

    public String host() {
        return id.host();
    }

    public String title() {
        return difference.title();
    }
}
