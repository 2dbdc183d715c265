package io.urania.engine.plan;

import java.util.LinkedHashSet;
import java.util.Set;

/**
 * A piece of work at its place in the graph.
 *
 * @param id its name
 * @param phase the chapter it belongs to, for people: {@code etcd}, {@code control plane}
 * @param needs tasks that must be done before; on any host
 */
public record Task(TaskId id, String phase, Lane lane, Work work, Set<TaskId> needs) {

    public Task {
        needs = java.util.Collections.unmodifiableSet(new LinkedHashSet<>(needs));
    }
}
