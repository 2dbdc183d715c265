package io.urania.engine.plan;

import io.urania.engine.batch.Operation;
import io.urania.engine.fact.Question;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** Tasks of the host clio for tests, named and needed by their short names. */
final class Tasks {

    private Tasks() {}

    static TaskId id(String name) {
        return new TaskId("clio", name);
    }

    /** A task that has something to do. */
    static Task task(String name, String... needs) {
        return task(name, _ -> Optional.of(change(name)), needs);
    }

    /** A task that has nothing to do. */
    static Task satisfied(String name, String... needs) {
        return task(name, _ -> Optional.empty(), needs);
    }

    static Task task(String name, Function<Planning, Optional<Difference>> decision, String... needs) {
        Set<TaskId> ids = new LinkedHashSet<>();
        Stream.of(needs).map(Tasks::id).forEach(ids::add);
        return new Task(id(name), "phase", Lane.SYSTEM, new Decides(decision), ids);
    }

    static Difference change(String name, String... inputs) {
        Set<TaskId> ids = new LinkedHashSet<>();
        Stream.of(inputs).map(Tasks::id).forEach(ids::add);
        return Difference.of(
                Action.RUN, "do " + name, State.words("not done"), State.words("done"), ids, _ -> Operation.of(name));
    }

    private record Decides(Function<Planning, Optional<Difference>> decision) implements Work {

        @Override
        public List<Question<?>> questions() {
            return List.of();
        }

        @Override
        public Optional<Difference> difference(Planning planning) {
            return decision.apply(planning);
        }
    }
}
