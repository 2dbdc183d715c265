package io.urania.engine.plan;

import io.urania.engine.fact.FactBook;
import io.urania.engine.fact.Facts;
import java.util.Set;

/** What a task may look at when it decides: all facts, and which earlier tasks are going to change something. */
public final class Planning {

    private final FactBook book;
    private final TaskId task;
    private final Set<TaskId> changing;

    Planning(FactBook book, TaskId task, Set<TaskId> changing) {
        this.book = book;
        this.task = task;
        this.changing = changing;
    }

    /** The task that decides. */
    public TaskId task() {
        return task;
    }

    /** The facts of the task's own host. */
    public Facts facts() {
        return book.of(task.host());
    }

    /** The facts of all hosts. */
    public FactBook book() {
        return book;
    }

    /** Whether a task that was planned before this one changes something; it must be among this one's needs. */
    public boolean isChanging(TaskId earlier) {
        return changing.contains(earlier);
    }
}
