package io.urania.engine.event;

import java.util.List;

/** Receives events, one at a time, in the order in which they happened. */
@FunctionalInterface
public interface EventSink {

    void accept(Event event);

    /** Takes what is told to those who watch closely; most sinks do not. Must not keep it. */
    default void detail(Detail detail) {
        // What was said on the way is of no interest to most.
    }

    /**
     * Called before anything is begun that relies on what was told so far: a sink that keeps events has them in safety
     * when this returns.
     */
    default void settle() {
        // Most sinks only show.
    }

    /** A sink that passes every event to all of these, in their order. */
    static EventSink all(List<? extends EventSink> sinks) {
        List<EventSink> receivers = List.copyOf(sinks);
        return new EventSink() {
            @Override
            public void accept(Event event) {
                receivers.forEach(sink -> sink.accept(event));
            }

            @Override
            public void detail(Detail detail) {
                receivers.forEach(sink -> sink.detail(detail));
            }

            @Override
            public void settle() {
                receivers.forEach(EventSink::settle);
            }
        };
    }
}
