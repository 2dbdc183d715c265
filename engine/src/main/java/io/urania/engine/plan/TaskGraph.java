package io.urania.engine.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Tasks in an order in which every task comes after what it needs. */
public final class TaskGraph {

    private final List<Task> ordered;

    private TaskGraph(List<Task> ordered) {
        this.ordered = List.copyOf(ordered);
    }

    /**
     * Orders tasks by depth-first search, otherwise keeping the order given.
     *
     * @throws IllegalArgumentException if two tasks have one name, a need is no task, or tasks need each other in a
     *     circle: a defect of the phases, never of an inventory
     */
    public static TaskGraph of(Collection<Task> tasks) {
        Map<TaskId, Task> byId = new LinkedHashMap<>();
        for (Task task : tasks) {
            if (byId.put(task.id(), task) != null) {
                throw new IllegalArgumentException("two tasks are named \"" + task.id() + "\"");
            }
        }
        List<Task> ordered = new ArrayList<>();
        Set<TaskId> done = new LinkedHashSet<>();
        for (Task task : byId.values()) {
            visit(task, byId, done, new LinkedHashSet<>(), ordered);
        }
        return new TaskGraph(ordered);
    }

    public List<Task> ordered() {
        return ordered;
    }

    private static void visit(
            Task task, Map<TaskId, Task> byId, Set<TaskId> done, Set<TaskId> path, List<Task> ordered) {
        if (done.contains(task.id())) {
            return;
        }
        if (!path.add(task.id())) {
            throw new IllegalArgumentException("tasks depend on each other in a cycle: " + path);
        }
        for (TaskId need : task.needs()) {
            Task needed = byId.get(need);
            if (needed == null) {
                throw new IllegalArgumentException("\"" + task.id() + "\" needs \"" + need + "\", which is not a task");
            }
            visit(needed, byId, done, path, ordered);
        }
        path.remove(task.id());
        done.add(task.id());
        ordered.add(task);
    }
}
