package io.urania.cli.progress;

import io.urania.cli.console.Columns;
import io.urania.cli.console.Console;
import io.urania.cli.console.Durations;
import io.urania.cli.console.HostNames;
import io.urania.engine.event.Detail;
import io.urania.engine.event.Event;
import io.urania.engine.plan.Plan;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** A run on a terminal: one line per host, redrawn in place; failures scroll by above them and stay. */
public final class LiveProgress implements RunProgress {

    private final Console console;
    private final Clock clock;
    private final Supplier<PastDurations> past;
    private final EventLines lines;
    private final Redrawing redrawing;
    private final Set<String> silent = new TreeSet<>();
    private Instant started;
    private int asked;
    private Optional<RunView> view = Optional.empty();

    /**
     * Starts drawing; {@link #close} ends it.
     *
     * @param output how closely the run is watched
     * @param past asked when there is a plan, for it takes a moment to read journals
     */
    public LiveProgress(Console console, Clock clock, Output output, Supplier<PastDurations> past) {
        this.console = console;
        this.clock = clock;
        this.past = past;
        this.started = clock.instant();
        this.lines = new EventLines(started, console.style(), output);
        this.redrawing = new Redrawing(console, this::frame);
    }

    @Override
    public void expect(Plan plan) {
        Forecast forecast = Forecast.of(plan, past.get());
        begin(plan, forecast);
    }

    private synchronized void begin(Plan plan, Forecast forecast) {
        started = clock.instant();
        view = Optional.of(new RunView(plan, started, forecast));
    }

    @Override
    public void accept(Event event) {
        update(event).ifPresent(console::print);
    }

    @Override
    public void detail(Detail detail) {
        lines.of(detail).ifPresent(console::print);
    }

    @Override
    public void end() {
        redrawing.close();
    }

    private synchronized Optional<String> update(Event event) {
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
                view = view.or(() ->
                        Optional.of(new RunView(begun.hosts(), begun.changes().size(), begun.at())));
            }
            case Event.ChangeStarted begun ->
                view.ifPresent(
                        run -> run.started(begun.id(), new HostRow.Running(begun.phase(), begun.title(), begun.at())));
            case Event.ChangeFinished done -> view.ifPresent(run -> run.finished(done.id()));
            case Event.ChangeFailed failed -> view.ifPresent(run -> run.failed(failed.id(), failed.title()));
            case Event.ChangeRepeated again -> view.ifPresent(run -> run.interrupted(again.id()));
            case Event.ChangeBlocked blocked -> view.ifPresent(run -> run.blocked(blocked.id()));
            case Event.BatchSent _ -> {}
            case Event.RunFinished _ -> view = Optional.empty();
        }
        return lines.ofFailure(event);
    }

    private synchronized List<String> frame() {
        Instant now = clock.instant();
        return view.map(run -> run.lines(now, console.size(), console.style()))
                .orElseGet(() -> silent.isEmpty() ? List.of() : List.of(waiting(now)));
    }

    private String waiting(Instant now) {
        HostNames names = new HostNames(silent);
        return Columns.cut(
                "reading facts: " + (asked - silent.size()) + " of " + asked + " hosts, "
                        + Durations.whole(Duration.between(started, now)) + ", waiting for "
                        + silent.stream().map(names::of).collect(Collectors.joining(" ")),
                console.size().columns());
    }
}
