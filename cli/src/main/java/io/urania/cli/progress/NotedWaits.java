package io.urania.cli.progress;

import io.urania.control.port.Steps;
import io.urania.engine.event.Event;
import io.urania.engine.event.EventSink;

/** Hears which hosts keep others waiting, and notes among steps what is waited for. */
record NotedWaits(Steps steps) implements EventSink {

    @Override
    public void accept(Event event) {
        if (event instanceof Event.Waiting waiting) {
            steps.note(waiting.host() + ": " + EventLines.words(waiting));
        }
    }
}
