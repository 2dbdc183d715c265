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
    private int done;
    private Optional<String> failure = Optional.empty();

    /** Something that a host does now. */
    record Running(String phase, String title, Instant since) {}

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
