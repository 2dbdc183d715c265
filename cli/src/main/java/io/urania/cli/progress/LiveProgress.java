package io.urania.cli.progress;

import io.urania.cli.console.Console;
import io.urania.control.port.RunProgress;
import io.urania.engine.event.Detail;
import io.urania.engine.event.Event;
import io.urania.engine.plan.Plan;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** A run on a terminal: one line per host, redrawn in place; failures scroll by above them and stay. */
public final class LiveProgress implements RunProgress {

    private final Console console;
    private final Clock clock;
    private final Supplier<PastDurations> past;
    private final EventLines lines;
    private final RunScreen screen;
    private final Redrawing redrawing;

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
        Instant started = clock.instant();
        this.lines = new EventLines(started, console.style(), output);
        this.screen = new RunScreen(started, lines);
        this.redrawing = new Redrawing(console, this::frame);
    }

    @Override
    public void expect(Plan plan) {
        Forecast forecast = Forecast.of(plan, past.get());
        begin(plan, forecast);
    }

    private synchronized void begin(Plan plan, Forecast forecast) {
        screen.begin(plan, clock.instant(), forecast);
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
        return screen.accept(event);
    }

    private synchronized List<String> frame() {
        return screen.frame(clock.instant(), console.size(), console.style());
    }
}
