package io.urania.cli.progress;

import io.urania.cli.console.Columns;
import io.urania.cli.console.Console;
import io.urania.cli.console.Durations;
import io.urania.control.port.Steps;
import io.urania.engine.event.EventSink;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Steps on a terminal: the current one is redrawn with the time it has taken, finished ones stay above it. */
final class LiveSteps implements Steps {

    private final Console console;
    private final Clock clock;
    private final Redrawing redrawing;
    private Instant since;
    private String current = "";
    private String detail = "";

    LiveSteps(Console console, Clock clock) {
        this.console = console;
        this.clock = clock;
        this.since = clock.instant();
        this.redrawing = new Redrawing(console, this::frame);
    }

    @Override
    public synchronized void started(String step) {
        since = clock.instant();
        current = step;
        detail = "";
    }

    @Override
    public synchronized void detail(String text) {
        detail = text;
    }

    @Override
    public void finished() {
        console.print(end());
    }

    @Override
    public void note(String text) {
        console.print(text);
    }

    @Override
    public EventSink waits() {
        return new NotedWaits(this);
    }

    @Override
    public void close() {
        redrawing.close();
    }

    private synchronized String end() {
        String line = current + " " + console.style().dim("(" + Durations.exact(elapsed()) + ")");
        current = "";
        return line;
    }

    private synchronized List<String> frame() {
        if (current.isEmpty()) {
            return List.of();
        }
        String elapsed = "  " + Durations.whole(elapsed());
        String text = current + (detail.isEmpty() ? "" : ": " + detail);
        int room = Math.max(1, console.size().columns() - elapsed.length());
        return List.of(Columns.cut(text, room) + elapsed);
    }

    private Duration elapsed() {
        return Duration.between(since, clock.instant());
    }
}
