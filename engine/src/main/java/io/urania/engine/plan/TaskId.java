package io.urania.engine.plan;

import java.util.Comparator;

/**
 * Names a task: what is to be so, and where.
 *
 * @param host the host's name in the inventory
 * @param name unique on that host, such as {@code file /etc/hosts}
 */
public record TaskId(String host, String name) implements Comparable<TaskId> {

    private static final Comparator<TaskId> ORDER =
            Comparator.comparing(TaskId::host).thenComparing(TaskId::name);

    @Override
    public int compareTo(TaskId other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return host + ": " + name;
    }
}
