package io.urania.engine.plan;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A piece of work at its place in the graph.
 *
 * @param id its name
 * @param phase the chapter it belongs to, for people: {@code etcd}, {@code control plane}
 * @param needs tasks that must be done before; on any host
 * @param reasons what asks for it, as far as that is known
 */
public record Task(TaskId id, String phase, Lane lane, Work work, Set<TaskId> needs, List<Reason> reasons) {

    public Task {
        needs = java.util.Collections.unmodifiableSet(new LinkedHashSet<>(needs));
        reasons = List.copyOf(reasons);
    }

    /** A task of which nobody knows who asks for it. */
    public Task(TaskId id, String phase, Lane lane, Work work, Set<TaskId> needs) {
        this(id, phase, lane, work, needs, List.of());
    }
}
