package io.urania.cli.progress;

import io.urania.cli.console.Columns;
import io.urania.cli.console.Durations;
import io.urania.cli.console.HostNames;
import io.urania.cli.console.Size;
import io.urania.cli.console.Style;
import io.urania.engine.event.Event;
import io.urania.engine.plan.Plan;
import io.urania.engine.plan.TaskId;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What a terminal shows of a run at an instant: lines that are redrawn, and lines that stay. Not thread-safe. */
final class RunScreen {

    private final EventLines lines;
    private final Set<String> silent = new TreeSet<>();
    private final Map<String, String> waits = new HashMap<>();
    private Instant started;
    private int asked;
    private Optional<RunView> view = Optional.empty();

    RunScreen(Instant started, EventLines lines) {
        this.started = started;
        this.lines = lines;
    }

    /** A plan is about to be carried out of which more is known than its events tell. */
    void begin(Plan plan, Instant at, Forecast forecast) {
        started = at;
        view = Optional.of(new RunView(plan, at, forecast));
    }

    /** Takes note of an event; the line of one that is worth a line that stays. */
    Optional<String> accept(Event event) {
        switch (event) {
            case Event.FactsStarted(Instant at, List<String> hosts) -> {
                started = at;
                asked = hosts.size();
                silent.addAll(hosts);
            }
            case Event.FactsRead read -> silent.remove(read.host());
            case Event.FactsFailed failed -> silent.remove(failed.host());
            case Event.RunStarted begun -> {
                started = begun.at();
                // A run that nobody announced, such as the verification.
                view = view.or(() -> Optional.of(new RunView(begun.changes(), begun.at())));
            }
            case Event.ChangeStarted begun ->
                view.ifPresent(
                        run -> run.started(begun.id(), new HostRow.Running(begun.phase(), begun.title(), begun.at())));
            case Event.ChangeFinished done -> view.ifPresent(run -> run.finished(done.id()));
            case Event.ChangeFailed failed -> view.ifPresent(run -> run.failed(failed.id(), failed.title()));
            case Event.ChangeRepeated again -> view.ifPresent(run -> run.interrupted(again.id()));
            case Event.ChangeBlocked blocked -> view.ifPresent(run -> run.blocked(blocked.id()));
            case Event.Waiting waiting -> waits(waiting);
            case Event.Waited waited -> {
                waits.remove(waited.host());
                view.ifPresent(run -> run.goesOn(new TaskId(waited.host(), waited.task())));
            }
            case Event.BatchSent _ -> {}
            case Event.RunFinished _ -> view = Optional.empty();
        }
        return lines.ofFailure(event);
    }

    /** Of a change it stands in the line of its host; of a host that is asked, in the line of those that have not answered. */
    private void waits(Event.Waiting waiting) {
        if (silent.contains(waiting.host())) {
            waits.put(waiting.host(), waiting.what());
        }
        view.ifPresent(run -> run.waits(new TaskId(waiting.host(), waiting.task()), waiting.what(), waiting.since()));
    }

    /** The lines that are redrawn, as they are now; none if there is nothing to wait for. */
    List<String> frame(Instant now, Size size, Style style) {
        return view.map(run -> run.lines(now, size, style))
                .orElseGet(() -> silent.isEmpty() ? List.of() : List.of(waiting(now, size)));
    }

    private String waiting(Instant now, Size size) {
        HostNames names = new HostNames(silent);
        return Columns.cut(
                "reading facts: " + (asked - silent.size()) + " of " + asked + " hosts, "
                        + Durations.whole(Duration.between(started, now)) + ", waiting for "
                        + silent.stream()
                                .map(host ->
                                        names.of(host) + (waits.containsKey(host) ? " (" + waits.get(host) + ")" : ""))
                                .collect(Collectors.joining(" ")),
                size.columns());
    }
}
