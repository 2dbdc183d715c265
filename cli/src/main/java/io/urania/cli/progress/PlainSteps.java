package io.urania.cli.progress;

import io.urania.cli.console.Columns;
import io.urania.cli.console.Console;
import io.urania.cli.console.Durations;
import io.urania.control.port.Steps;
import io.urania.engine.event.EventSink;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Steps as lines: one when a step begins, one when it is done. */
final class PlainSteps implements Steps {

    private final Console console;
    private final Clock clock;
    private final Instant origin;
    private Instant since;
    private String current = "";

    PlainSteps(Console console, Clock clock) {
        this.console = console;
        this.clock = clock;
        this.origin = clock.instant();
        this.since = origin;
    }

    @Override
    public synchronized void started(String step) {
        since = clock.instant();
        current = step;
        print(step + " ...");
    }

    @Override
    public synchronized void detail(String detail) {
        print("  " + detail);
    }

    @Override
    public synchronized void finished() {
        print(current + ": done (" + Durations.exact(Duration.between(since, clock.instant())) + ")");
    }

    @Override
    public synchronized void note(String text) {
        print(text);
    }

    @Override
    public EventSink waits() {
        return new NotedWaits(this);
    }

    @Override
    public void close() {
        // Nothing to take back.
    }

    private void print(String text) {
        String stamp = Columns.aligned(Durations.exact(Duration.between(origin, clock.instant())), 6);
        console.print(console.style().dim(stamp) + " " + text);
    }
}
