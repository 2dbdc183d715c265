package io.urania.engine.run;

import io.urania.engine.plan.Change;
import io.urania.engine.plan.TaskId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
    public record Link(Change change, Duration waited, Duration took) {}

    public static CriticalPath of(Report report) {
        Map<TaskId, Timed> timed = new HashMap<>();
        for (Change change : report.plan().changes()) {
            if (report.statuses().get(change.id()) instanceof Status.Done done) {
                timed.put(change.id(), new Timed(change, done.started(), done.finished()));
            }
        }
        List<Link> links = new ArrayList<>();
        Optional<Timed> current = timed.values().stream().max(Comparator.comparing(Timed::finished));
        while (current.isPresent()) {
            Timed here = current.get();
            Optional<Timed> before = before(here, timed);
            Instant free = before.map(Timed::finished).orElse(here.started());
            links.addFirst(new Link(
                    here.change(),
                    Duration.between(free, here.started()),
                    Duration.between(here.started(), here.finished())));
            current = before;
        }
        return new CriticalPath(List.copyOf(links));
    }

    private static Optional<Timed> before(Timed here, Map<TaskId, Timed> timed) {
        Stream<Timed> needed = here.change().needs().stream().map(timed::get).filter(other -> other != null);
        Stream<Timed> sameLane = timed.values().stream()
                .filter(other -> !other.equals(here)
                        && other.change().host().equals(here.change().host())
                        && other.change().lane() == here.change().lane());
        return Stream.concat(needed, sameLane)
                .filter(other -> !other.finished().isAfter(here.started()))
                .filter(other -> other.started().isBefore(here.started()))
                .max(Comparator.comparing(Timed::finished));
    }

    private record Timed(Change change, Instant started, Instant finished) {}
}
