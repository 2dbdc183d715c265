package io.urania.cli.progress;

import io.urania.cli.console.Console;
import io.urania.control.port.RunProgress;
import io.urania.engine.event.Detail;
import io.urania.engine.event.Event;
import io.urania.engine.plan.Plan;
import java.time.Instant;

/** A run as lines, for pipes, files and terminals that cannot move their cursor. */
public final class PlainProgress implements RunProgress {

    private final Console console;
    private final EventLines lines;

    /**
     * @param started the instant from which every line counts
     * @param output how closely the run is watched
     */
    public PlainProgress(Console console, Instant started, Output output) {
        this.console = console;
        this.lines = new EventLines(started, console.style(), output);
    }

    @Override
    public void expect(Plan plan) {
        // Every line stands for itself.
    }

    @Override
    public void accept(Event event) {
        lines.of(event).ifPresent(console::print);
    }

    @Override
    public void detail(Detail detail) {
        lines.of(detail).ifPresent(console::print);
    }

    @Override
    public void end() {
        // Nothing to take back.
    }
}
