package io.urania.engine.plan;

import io.urania.engine.fact.FactBook;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes the plan: tasks and facts in, changes out; nothing else is looked at. */
public final class Planner {

    private Planner() {}

    public static Plan plan(TaskGraph graph, FactBook book) {
        List<Change> changes = new ArrayList<>();
        Set<TaskId> changing = new HashSet<>();
        // A satisfied task stands for the changes behind it: what needs it must still wait for those.
        Map<TaskId, Set<TaskId>> changesBehind = new HashMap<>();
        Map<String, TaskId> lastOfTurn = new HashMap<>();
        for (Task task : graph.ordered()) {
            Set<TaskId> needs = new HashSet<>();
            for (TaskId need : task.needs()) {
                if (changing.contains(need)) {
                    needs.add(need);
                } else {
                    needs.addAll(changesBehind.getOrDefault(need, Set.of()));
                }
            }
            Optional<Difference> difference = task.work().difference(new Planning(book, task.id(), changing));
            if (difference.isPresent()) {
                difference.get().inputs().stream().filter(changing::contains).forEach(needs::add);
                difference
                        .get()
                        .turn()
                        .map(turn -> lastOfTurn.put(turn, task.id()))
                        .ifPresent(needs::add);
                changing.add(task.id());
                changes.add(new Change(task.id(), task.phase(), task.lane(), difference.get(), needs, task.reasons()));
            } else {
                changesBehind.put(task.id(), needs);
            }
        }
        return new Plan(changes, graph.ordered().size() - changes.size());
    }
}
