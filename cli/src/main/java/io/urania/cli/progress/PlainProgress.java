package io.urania.cli.progress;

import io.urania.cli.console.Console;
import io.urania.engine.event.Event;
import io.urania.engine.plan.Plan;
import java.time.Instant;

/** A run as lines, for pipes, files and terminals that cannot move their cursor. */
public final class PlainProgress implements RunProgress {

    private final Console console;
    private final EventLines lines;

    /** A display whose lines count from {@code started}. */
    public PlainProgress(Console console, Instant started) {
        this.console = console;
        this.lines = new EventLines(started, console.style());
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
    public void end() {
        // Nothing to take back.
    }
}
