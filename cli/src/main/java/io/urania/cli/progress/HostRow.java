package io.urania.cli.progress;

import io.urania.engine.plan.TaskId;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** How far one host is. */
final class HostRow {

    private final OptionalInt total;
    private final Map<TaskId, Running> running = new LinkedHashMap<>();
    private final Map<TaskId, Wait> waits = new LinkedHashMap<>();
    private int done;
    private Optional<String> failure = Optional.empty();

    /** Something that a host does now. */
    record Running(String phase, String title, Instant since) {}

    /** Something that a host waits for. */
    record Wait(String what, Instant since) {}

    /**
     * @param total its changes in this run, if that is known
     */
    HostRow(OptionalInt total) {
        this.total = total;
    }

    void started(TaskId id, Running what) {
        running.put(id, what);
    }

    void finished(TaskId id) {
        running.remove(id);
        done++;
    }

    /** It did not work and is made again later. */
    void interrupted(TaskId id) {
        running.remove(id);
    }

    void failed(TaskId id, String title) {
        running.remove(id);
        failure = Optional.of(title);
    }

    void waits(TaskId id, Wait wait) {
        waits.put(id, wait);
    }

    void goesOn(TaskId id) {
        waits.remove(id);
    }

    /** What that waits for which has been running longest, or what the connection waits for if nothing runs. */
    Optional<Wait> currentWait() {
        return running.isEmpty()
                ? waits.values().stream().findFirst()
                : Optional.ofNullable(waits.get(running.keySet().iterator().next()));
    }

    /** What has been running longest. */
    Optional<Running> current() {
        return running.values().stream().findFirst();
    }

    Optional<String> failure() {
        return failure;
    }

    int done() {
        return done;
    }

    /** {@code 3/14}, or {@code 3} where the total is not known. */
    String counter() {
        return total.isPresent() ? done + "/" + total.getAsInt() : Integer.toString(done);
    }

    boolean isFinished() {
        return total.isPresent() && done == total.getAsInt();
    }
}
