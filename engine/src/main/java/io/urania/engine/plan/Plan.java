package io.urania.engine.plan;

import java.util.List;

/**
 * All that has to change, in an order in which it could be done one after the other.
 *
 * @param changes each after everything it needs
 * @param unchanged number of tasks that have nothing to do
 */
public record Plan(List<Change> changes, int unchanged) {

    public Plan {
        changes = List.copyOf(changes);
    }

    public boolean isEmpty() {
        return changes.isEmpty();
    }
}
