package io.urania.engine.plan;

import java.util.List;
import java.util.Set;

/**
 * A task that has something to do.
 *
 * @param needs changes that must be done first; satisfied tasks between them are left out
 * @param reasons what asks for it, as far as that is known
 */
public record Change(
        TaskId id, String phase, Lane lane, Difference difference, Set<TaskId> needs, List<Reason> reasons) {

    public Change {
        needs = Set.copyOf(needs);
        reasons = List.copyOf(reasons);
    }

    /** A change of which nobody knows who asks for it. */
    public Change(TaskId id, String phase, Lane lane, Difference difference, Set<TaskId> needs) {
        this(id, phase, lane, difference, needs, List.of());
    }

    /** The same change, for a plan without some of the changes that it needs. */
    Change needing(Set<TaskId> others) {
        return new Change(id, phase, lane, difference, others, reasons);
    }

    public String host() {
        return id.host();
    }

    public String title() {
        return difference.title();
    }
}
