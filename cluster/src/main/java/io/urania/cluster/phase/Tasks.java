package io.urania.cluster.phase;

import io.urania.cluster.spec.HostSpec;
import io.urania.cluster.variable.Origins;
import io.urania.cluster.variable.Variable;
import io.urania.engine.plan.Lane;
import io.urania.engine.plan.Task;
import io.urania.engine.plan.TaskId;
import io.urania.engine.plan.Work;
import io.urania.engine.resource.Resource;
import io.urania.engine.resource.file.TextFile;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Collects the tasks of all phases. */
public final class Tasks {

    private final List<Task> tasks;
    private final String phase;
    private final Origins origins;
    private final List<Variable<?>> variables;
    private final Optional<HostSpec> asking;

    private Tasks(
            List<Task> tasks, String phase, Origins origins, List<Variable<?>> variables, Optional<HostSpec> asking) {
        this.tasks = tasks;
        this.phase = phase;
        this.origins = origins;
        this.variables = variables;
        this.asking = asking;
    }

    /**
     * Every phase's tasks, in order.
     *
     * @param origins where the inventory sets the variables that ask for them
     */
    public static List<Task> of(List<Phase> phases, Deployment deployment, Origins origins) {
        List<Task> tasks = new ArrayList<>();
        for (Phase phase : phases) {
            phase.declare(
                    deployment, new Tasks(tasks, phase.description().title(), origins, List.of(), Optional.empty()));
        }
        return List.copyOf(tasks);
    }

    /** The tasks of one chapter, of which not all need be known that a phase is told. */
    public static List<Task> of(String chapter, Consumer<Tasks> declaring, Origins origins) {
        List<Task> tasks = new ArrayList<>();
        declaring.accept(new Tasks(tasks, chapter, origins, List.of(), Optional.empty()));
        return List.copyOf(tasks);
    }

    /** The same collection, for tasks that these variables decide about: where they are set is told as the reason. */
    public Tasks because(Variable<?>... deciding) {
        return new Tasks(tasks, phase, origins, List.of(deciding), Optional.empty());
    }

    /** The same for variables that somebody else names. */
    public Tasks because(Collection<Variable<?>> deciding) {
        return new Tasks(tasks, phase, origins, List.copyOf(deciding), Optional.empty());
    }

    /** The same, for tasks that further variables decide about too. */
    public Tasks and(Collection<Variable<?>> deciding) {
        List<Variable<?>> all = new ArrayList<>(variables);
        all.addAll(deciding);
        return new Tasks(tasks, phase, origins, all, asking);
    }

    /** The same, for tasks that further variables decide about too. */
    public Tasks and(Variable<?>... deciding) {
        List<Variable<?>> all = new ArrayList<>(variables);
        all.addAll(List.of(deciding));
        return new Tasks(tasks, phase, origins, all, asking);
    }

    /** The same, for tasks that are about one host and done on another: the variables are those of the first. */
    public Tasks becauseOf(HostSpec host, Variable<?>... deciding) {
        return new Tasks(tasks, phase, origins, List.of(deciding), Optional.of(host));
    }

    /** The files of a host that tasks have been declared for until now. */
    public Set<String> files(HostSpec host) {
        return tasks.stream()
                .filter(task -> task.id().host().equals(host.name()))
                .flatMap(task -> task.work() instanceof TextFile file ? Stream.of(file.path()) : Stream.empty())
                .collect(Collectors.toSet());
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
        String asked = asking.orElse(host).name();
        tasks.add(new Task(id, phase, lane, work, new LinkedHashSet<>(needs), origins.of(asked, variables)));
        return id;
    }
}
