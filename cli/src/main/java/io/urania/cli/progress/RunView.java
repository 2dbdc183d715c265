package io.urania.cli.progress;

import io.urania.cli.console.Columns;
import io.urania.cli.console.Durations;
import io.urania.cli.console.HostNames;
import io.urania.cli.console.Size;
import io.urania.cli.console.Style;
import io.urania.engine.event.PlannedChange;
import io.urania.engine.plan.Change;
import io.urania.engine.plan.Plan;
import io.urania.engine.plan.TaskId;
import io.urania.engine.text.Count;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The hosts of a run as lines of text: one per host that is at work, one for all that are finished. Not thread-safe. */
final class RunView {

    private static final int COUNTER = 9;
    private static final int PHASE = 15;

    private final Map<String, HostRow> hosts = new LinkedHashMap<>();
    private final HostNames names;
    private final Instant started;
    private final int total;
    private final Forecast forecast;

    RunView(Plan plan, Instant started, Forecast forecast) {
        this(counted(plan.changes().stream().map(Change::host)), started, forecast);
    }

    /** A view of a run of which no more is known than its changes. */
    RunView(List<PlannedChange> changes, Instant started) {
        this(counted(changes.stream().map(PlannedChange::host)), started, Forecast.NONE);
    }

    private static Map<String, Long> counted(Stream<String> hosts) {
        return hosts.collect(Collectors.groupingBy(Function.identity(), LinkedHashMap::new, Collectors.counting()));
    }

    private RunView(Map<String, Long> changes, Instant started, Forecast forecast) {
        changes.forEach((host, count) -> hosts.put(host, new HostRow(OptionalInt.of(Math.toIntExact(count)))));
        this.names = new HostNames(hosts.keySet());
        this.started = started;
        this.total = Math.toIntExact(
                changes.values().stream().mapToLong(Long::longValue).sum());
        this.forecast = forecast;
    }

    void started(TaskId id, HostRow.Running what) {
        row(id.host()).started(id, what);
        forecast.started(id, what.since());
    }

    void finished(TaskId id) {
        row(id.host()).finished(id);
        forecast.settled(id);
    }

    void interrupted(TaskId id) {
        row(id.host()).interrupted(id);
    }

    void failed(TaskId id, String title) {
        row(id.host()).failed(id, title);
        forecast.settled(id);
    }

    void waits(TaskId id, String what, Instant since) {
        row(id.host()).waits(id, new HostRow.Wait(what, since));
    }

    void goesOn(TaskId id) {
        row(id.host()).goesOn(id);
    }

    void blocked(TaskId id) {
        forecast.settled(id);
    }

    private HostRow row(String host) {
        return hosts.computeIfAbsent(host, _ -> new HostRow(OptionalInt.empty()));
    }

    /** As many lines as fit, none longer than the terminal is wide. */
    List<String> lines(Instant now, Size size, Style style) {
        List<String> lines = new ArrayList<>();
        int done = hosts.values().stream().mapToInt(HostRow::done).sum();
        lines.add(style.bold(Columns.cut(
                done + " of " + total + " changes, " + Durations.whole(Duration.between(started, now)) + left(now),
                size.columns())));
        List<Map.Entry<String, HostRow>> busy = hosts.entrySet().stream()
                .filter(entry -> !entry.getValue().isFinished())
                .sorted((left, right) -> Integer.compare(urgency(left.getValue()), urgency(right.getValue())))
                .toList();
        int room = Math.max(1, size.rows() - 4);
        busy.stream().limit(room).forEach(entry -> lines.add(line(entry.getKey(), entry.getValue(), now, size, style)));
        if (busy.size() > room) {
            lines.add(style.dim(Columns.cut("  and " + Count.of(busy.size() - room, "more host"), size.columns())));
        }
        finishedLine(size).ifPresent(line -> lines.add(style.dim(line)));
        return lines;
    }

    private String left(Instant now) {
        return forecast.left(now)
                .filter(left -> left.toSeconds() >= 1)
                .map(left -> ", about " + Durations.whole(left) + " left")
                .orElse("");
    }

    private String line(String host, HostRow row, Instant now, Size size, Style style) {
        String name = Columns.padded(names.of(host), names.width());
        String counter = Columns.aligned(row.counter(), COUNTER);
        int room = Math.max(1, size.columns() - 2 - name.length() - 2 - COUNTER);
        String doing = row.current()
                .map(running -> doing(running, row.currentWait(), now, room))
                .or(() -> row.failure().map(title -> "failed: " + title))
                .or(() -> row.currentWait().map(wait -> waiting(wait, now, room)))
                .orElse("waiting");
        String middle = Columns.padded(Columns.cut(doing, room), room);
        String coloured =
                row.current().isPresent() ? middle : row.failure().isPresent() ? style.red(middle) : style.dim(middle);
        String line = "  " + name + "  " + coloured + counter;
        return 2 + name.length() + 2 + room + COUNTER <= size.columns()
                ? line
                : Columns.cut("  " + name, size.columns());
    }

    private static String waiting(HostRow.Wait wait, Instant now, int room) {
        String elapsed = " (" + Durations.whole(Duration.between(wait.since(), now)) + ")";
        return Columns.cut("waiting for " + wait.what(), Math.max(1, room - elapsed.length())) + elapsed;
    }

    private static String doing(HostRow.Running running, Optional<HostRow.Wait> wait, Instant now, int room) {
        if (wait.isPresent()) {
            return Columns.cut(Columns.padded(running.phase(), PHASE) + "  " + waiting(wait.get(), now, room), room);
        }
        Duration since = Duration.between(running.since(), now);
        String elapsed = since.toSeconds() < 1 ? "" : " (" + Durations.whole(since) + ")";
        String text = Columns.padded(running.phase(), PHASE) + "  " + running.title();
        return Columns.cut(text, Math.max(1, room - elapsed.length())) + elapsed;
    }

    private Optional<String> finishedLine(Size size) {
        List<String> finished = hosts.entrySet().stream()
                .filter(entry -> entry.getValue().isFinished())
                .map(entry -> names.of(entry.getKey()))
                .toList();
        if (finished.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                Columns.cut("  done (" + finished.size() + "): " + String.join(" ", finished), size.columns()));
    }

    /** Hosts at work first, then failed ones, then those that wait: for when there is not room for all. */
    private static int urgency(HostRow row) {
        if (row.current().isPresent()) {
            return 0;
        }
        return row.failure().isPresent() ? 1 : 2;
    }
}
