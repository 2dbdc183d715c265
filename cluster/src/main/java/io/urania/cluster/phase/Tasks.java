package io.urania.cluster.phase;

import io.urania.cluster.spec.HostSpec;
import io.urania.engine.plan.Lane;
import io.urania.engine.plan.Task;
import io.urania.engine.plan.TaskId;
import io.urania.engine.plan.Work;
import io.urania.engine.resource.Resource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects the tasks of all phases. */
public final class Tasks {

    private final List<Task> tasks = new ArrayList<>();
    private String phase = "";

    /** From here on, tasks belong to the phase of this title. */
    void begin(String title) {
        phase = title;
    }

    /** Adds every phase's tasks, in order. */
    public static List<Task> of(List<Phase> phases, Deployment deployment) {
        Tasks tasks = new Tasks();
        for (Phase phase : phases) {
            tasks.begin(phase.description().title());
            phase.declare(deployment, tasks);
        }
        return List.copyOf(tasks.tasks);
    }

    /** Adds a resource of a host. */
    public TaskId add(HostSpec host, Resource resource, TaskId... needs) {
        return add(host, Lane.SYSTEM, resource.name(), resource, List.of(needs));
    }

    /** Adds resources of a host that all need the same. */
    public Set<TaskId> addAll(HostSpec host, Collection<? extends Resource> resources, Collection<TaskId> needs) {
        Set<TaskId> added = new LinkedHashSet<>();
        resources.forEach(resource -> added.add(add(host, Lane.SYSTEM, resource.name(), resource, needs)));
        return added;
    }

    /** Adds any work. */
    public TaskId add(HostSpec host, Lane lane, String name, Work work, Collection<TaskId> needs) {
        TaskId id = new TaskId(host.name(), name);
        tasks.add(new Task(id, phase, lane, work, new LinkedHashSet<>(needs)));
        return id;
    }
}
