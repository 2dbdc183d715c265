package io.urania.cli.progress;

import com.google.gson.JsonObject;
import io.urania.cli.console.Console;
import io.urania.control.port.Steps;
import io.urania.engine.event.EventSink;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Steps as JSON, one event per line, in the manner of the engine's events. */
final class JsonSteps implements Steps {

    private final JsonLines lines;
    private final Clock clock;
    private Instant since;
    private String current = "";

    JsonSteps(Console console, Clock clock) {
        this.lines = new JsonLines(console);
        this.clock = clock;
        this.since = clock.instant();
    }

    @Override
    public synchronized void started(String step) {
        since = clock.instant();
        current = step;
        print(event("step-started", since));
    }

    @Override
    public void detail(String detail) {
        // For eyes only.
    }

    @Override
    public synchronized void finished() {
        Instant now = clock.instant();
        JsonObject json = event("step-finished", now);
        json.addProperty("seconds", Duration.between(since, now).toMillis() / 1000.0);
        print(json);
    }

    @Override
    public synchronized void note(String text) {
        JsonObject json = event("note", clock.instant());
        json.addProperty("text", text);
        print(json);
    }

    @Override
    public EventSink waits() {
        return new NotedWaits(this);
    }

    @Override
    public void close() {
        // Nothing to take back.
    }

    private JsonObject event(String event, Instant at) {
        JsonObject json = new JsonObject();
        json.addProperty("at", at.toString());
        json.addProperty("event", event);
        json.addProperty("step", current);
        return json;
    }

    private void print(JsonObject json) {
        lines.print(json);
    }
}
