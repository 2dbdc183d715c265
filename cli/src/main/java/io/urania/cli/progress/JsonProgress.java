package io.urania.cli.progress;

import io.urania.cli.console.Console;
import io.urania.control.port.RunProgress;
import io.urania.engine.event.Event;
import io.urania.engine.plan.Plan;
import io.urania.engine.state.EventJson;

/** A run as JSON, one event per line. */
public final class JsonProgress implements RunProgress {

    private final JsonLines lines;

    public JsonProgress(Console console) {
        this.lines = new JsonLines(console);
    }

    @Override
    public void expect(Plan plan) {
        // The first event says how many changes there are.
    }

    @Override
    public void accept(Event event) {
        lines.print(EventJson.of(event));
    }

    @Override
    public void end() {
        // Nothing to take back.
    }
}
