package io.urania.cli.progress;

import io.urania.control.port.Steps;
import io.urania.engine.event.EventSink;

/** Shows nothing. */
final class SilentSteps implements Steps {

    @Override
    public void started(String step) {
        // Nothing is shown.
    }

    @Override
    public void detail(String detail) {
        // Nothing is shown.
    }

    @Override
    public void finished() {
        // Nothing is shown.
    }

    @Override
    public void note(String text) {
        // Nothing is shown.
    }

    @Override
    public EventSink waits() {
        return new NotedWaits(this);
    }

    @Override
    public void close() {
        // Nothing to take back.
    }
}
