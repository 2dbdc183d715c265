package io.urania.cli.progress;

import io.urania.engine.event.Event;
import io.urania.engine.plan.TaskId;
import io.urania.engine.state.RecordedRun;
import io.urania.engine.state.RunHistory;
import io.urania.engine.state.RunId;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How long changes took in earlier runs: on the same host if it was made there, else on any. */
public final class PastDurations {

    /** Nothing is known. */
    public static final PastDurations NONE = new PastDurations(List.of());

    /** Runs before these tell of another cluster, or of another Urania. */
    private static final int RUNS = 5;

    private final Map<TaskId, Duration> byTask = new HashMap<>();
    private final Map<String, Duration> byName = new HashMap<>();

    private PastDurations(List<RecordedRun> newestFirst) {
        for (RecordedRun run : newestFirst) {
            for (Event event : run.events()) {
                if (event instanceof Event.ChangeFinished done) {
                    byTask.putIfAbsent(done.id(), done.took());
                    byName.putIfAbsent(done.id().name(), done.took());
                }
            }
        }
    }

    /**
     * Learns from runs.
     *
     * @param newestFirst what the newest of them says counts
     */
    public static PastDurations of(List<RecordedRun> newestFirst) {
        return new PastDurations(newestFirst);
    }

    /** Learns from the newest runs of an inventory. A journal that cannot be read teaches nothing, and hinders nobody. */
    public static PastDurations of(RunHistory history) {
        List<RecordedRun> runs = new ArrayList<>();
        for (RunId id : newest(history)) {
            read(history, id).ifPresent(runs::add);
        }
        return of(runs);
    }

    private static Optional<RecordedRun> read(RunHistory history, RunId id) {
        try {
            return history.read(id);
        } catch (IOException e) {
            return Optional.empty(); // what the others say is still true
        }
    }

    private static List<RunId> newest(RunHistory history) {
        try {
            return history.ids().stream().limit(RUNS).toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    /** How long a change took, if anything is known of it. */
    Optional<Duration> of(TaskId id) {
        return Optional.ofNullable(byTask.get(id)).or(() -> Optional.ofNullable(byName.get(id.name())));
    }
}
