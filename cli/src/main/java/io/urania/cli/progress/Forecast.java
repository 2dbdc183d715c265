package io.urania.cli.progress;

import io.urania.engine.plan.Change;
import io.urania.engine.plan.Lane;
import io.urania.engine.plan.Plan;
import io.urania.engine.plan.TaskId;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How long a run may still take. Two things bound it: the longest chain of changes that wait for each other, and the changes
 * that follow each other on one lane of a host; the longer of them is the forecast. Not thread-safe.
 */
final class Forecast {

    /** Knows nothing. */
    static final Forecast NONE = new Forecast();

    private final Map<TaskId, Expected> left = new LinkedHashMap<>();
    private final Map<TaskId, Instant> running = new HashMap<>();

    /**
     * What is expected of a change.
     *
     * @param behind how long the longest chain of changes takes that waits for it
     */
    private record Expected(LaneOfHost lane, Duration takes, Duration behind) {}

    private record LaneOfHost(String host, Lane lane) {}

    private Forecast() {}

    /** A forecast for a plan; it says nothing if less than half of the changes were made in an earlier run. */
    static Forecast of(Plan plan, PastDurations past) {
        long known = plan.changes().stream()
                .filter(change -> past.of(change.id()).isPresent())
                .count();
        if (plan.isEmpty() || known * 2 < plan.changes().size()) {
            return NONE;
        }
        Forecast forecast = new Forecast();
        Map<TaskId, Duration> behind = new HashMap<>();
        // Each change comes after everything it needs: backwards, all that waits for it was seen before it.
        for (Change change : plan.changes().reversed()) {
            Duration takes = past.of(change.id()).orElse(Duration.ZERO);
            Duration after = behind.getOrDefault(change.id(), Duration.ZERO);
            forecast.left.put(change.id(), new Expected(new LaneOfHost(change.host(), change.lane()), takes, after));
            change.needs().forEach(need -> behind.merge(need, takes.plus(after), Forecast::longer));
        }
        return forecast;
    }

    void started(TaskId id, Instant at) {
        if (left.containsKey(id)) {
            running.put(id, at);
        }
    }

    /** A change is done, has failed, or will never be begun. */
    void settled(TaskId id) {
        left.remove(id);
        running.remove(id);
    }

    /** The time to the end of the run; empty if nothing can be said. */
    Optional<Duration> left(Instant now) {
        Map<LaneOfHost, Duration> lanes = new HashMap<>();
        Optional<Duration> chain = Optional.empty();
        for (Map.Entry<TaskId, Expected> entry : left.entrySet()) {
            Expected expected = entry.getValue();
            Duration own = remaining(entry.getKey(), expected.takes(), now);
            lanes.merge(expected.lane(), own, Duration::plus);
            Duration whole = own.plus(expected.behind());
            chain = Optional.of(chain.map(longest -> longer(longest, whole)).orElse(whole));
        }
        return chain.map(longest -> List.copyOf(lanes.values()).stream().reduce(longest, Forecast::longer));
    }

    private Duration remaining(TaskId id, Duration takes, Instant now) {
        Instant since = running.get(id);
        return since == null ? takes : longer(Duration.ZERO, takes.minus(Duration.between(since, now)));
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }
}
