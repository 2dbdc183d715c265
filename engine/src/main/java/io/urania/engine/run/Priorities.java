package io.urania.engine.run;

import io.urania.engine.plan.Change;
import io.urania.engine.plan.Plan;
import io.urania.engine.plan.TaskId;
import java.util.HashMap;
import java.util.Map;

/** How long a chain of other changes waits for each change: the longer, the sooner it should run. */
final class Priorities {

    private final Map<TaskId, Integer> heights = new HashMap<>();

    Priorities(Plan plan) {
        for (Change change : plan.changes().reversed()) {
            int height = heights.merge(change.id(), 1, Math::max);
            for (TaskId need : change.needs()) {
                heights.merge(need, height + 1, Math::max);
            }
        }
    }

    int of(Change change) {
        return heights.getOrDefault(change.id(), 1);
    }
}
