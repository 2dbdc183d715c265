package io.urania.engine.run;

import io.urania.engine.batch.Operation;
import io.urania.engine.plan.Action;
import io.urania.engine.plan.Change;
import io.urania.engine.plan.Difference;
import io.urania.engine.plan.Lane;
import io.urania.engine.plan.Plan;
import io.urania.engine.plan.State;
import io.urania.engine.plan.TaskId;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Plans for tests; a change is written {@code host/name}, and its script is its name. */
final class Plans {

    private Plans() {}

    static Plan of(Change... changes) {
        return new Plan(List.of(changes), 0);
    }

    static Change change(String id, String... needs) {
        return change(id, Lane.SYSTEM, needs);
    }

    static Change change(String id, Lane lane, String... needs) {
        TaskId task = task(id);
        Difference difference =
                Difference.of(Action.RUN, "do " + task.name(), "not done", "done", Operation.of(task.name()));
        return new Change(task, "phase", lane, difference, tasks(needs));
    }

    /** A change that is made from what another one prints. */
    static Change madeFrom(String id, String input) {
        TaskId task = task(id);
        Difference difference = Difference.of(
                Action.RUN,
                "do " + task.name(),
                State.words("not done"),
                State.words("done"),
                tasks(input),
                outputs -> Operation.of(
                        task.name() + " with " + outputs.of(task(input)).orElse("nothing")));
        return new Change(task, "phase", Lane.SYSTEM, difference, tasks(input));
    }

    static TaskId task(String id) {
        int slash = id.indexOf('/');
        return new TaskId(id.substring(0, slash), id.substring(slash + 1));
    }

    static Set<TaskId> tasks(String... ids) {
        return Stream.of(ids).map(Plans::task).collect(Collectors.toSet());
    }

    static List<String> names(List<Change> changes) {
        return changes.stream()
                .map(change -> change.host() + "/" + change.id().name())
                .toList();
    }
}
