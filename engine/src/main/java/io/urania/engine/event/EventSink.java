package io.urania.engine.event;

import java.util.List;

/** Receives events, one at a time, in the order in which they happened. */
@FunctionalInterface
public interface EventSink {

    void accept(Event event);

    /** A sink that passes every event to all of these, in their order. */
    static EventSink all(List<EventSink> sinks) {
        List<EventSink> receivers = List.copyOf(sinks);
        return event -> receivers.forEach(sink -> sink.accept(event));
    }
}
