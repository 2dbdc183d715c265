package io.urania.engine.run;

import io.urania.engine.event.PlannedChange;
import io.urania.engine.plan.Change;
import io.urania.engine.plan.TaskId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The chain of changes that decided how long a run took: back from the last to finish, always to that change which it
 * waited for longest, be it one it needs or the one before it in its host's lane.
 */
public record CriticalPath(List<Link> links) {

    /**
     * One change of the chain.
     *
     * @param waited from the end of the link before to its start
     */
    public record Link(PlannedChange change, Duration waited, Duration took) {}

    /** A change that was made, and when. */
    public record Execution(PlannedChange change, Instant started, Instant finished) {}

    /** The chain of a run's changes, of those that were made. */
    public static CriticalPath of(Report report) {
        List<Execution> executions = new ArrayList<>();
        for (Change change : report.plan().changes()) {
            if (report.statuses().get(change.id()) instanceof Status.Done done) {
                executions.add(new Execution(PlannedChange.of(change), done.started(), done.finished()));
            }
        }
        return of(executions);
    }

    /** The chain of changes that belong to one plan. */
    public static CriticalPath of(List<Execution> executions) {
        Map<TaskId, Execution> timed = new LinkedHashMap<>();
        executions.forEach(execution -> timed.put(execution.change().id(), execution));
        List<Link> links = new ArrayList<>();
        Optional<Execution> current = timed.values().stream().max(Comparator.comparing(Execution::finished));
        while (current.isPresent()) {
            Execution here = current.get();
            Optional<Execution> before = before(here, timed);
            Instant free = before.map(Execution::finished).orElse(here.started());
            links.addFirst(new Link(
                    here.change(),
                    Duration.between(free, here.started()),
                    Duration.between(here.started(), here.finished())));
            current = before;
        }
        return new CriticalPath(List.copyOf(links));
    }

    private static Optional<Execution> before(Execution here, Map<TaskId, Execution> timed) {
        Stream<Execution> needed =
                here.change().needs().stream().map(timed::get).filter(Objects::nonNull);
        Stream<Execution> sameLane = timed.values().stream()
                .filter(other -> !other.equals(here)
                        && other.change().host().equals(here.change().host())
                        && other.change().lane() == here.change().lane());
        return Stream.concat(needed, sameLane)
                .filter(other -> !other.finished().isAfter(here.started()))
                .filter(other -> other.started().isBefore(here.started()))
                .max(Comparator.comparing(Execution::finished));
    }
}
