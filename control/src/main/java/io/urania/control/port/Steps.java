package io.urania.control.port;

import io.urania.engine.event.EventSink;

/** Shows work that is done step by step and takes a while. Safe for use by many threads. */
public interface Steps extends AutoCloseable {

    /** A step begins; the one before it is over. */
    void started(String step);

    /**
     * How far the current step is.
     *
     * @param detail in plain words, short: {@code 7 hosts}
     */
    void detail(String detail);

    /** The current step is done. */
    void finished();

    /** A line worth reading that belongs to no step. */
    void note(String text);

    /** Hears which hosts keep others waiting, and notes what is waited for. */
    EventSink waits();

    /** Ends the display. A step that is not finished then has failed: its exception says why. */
    @Override
    void close();
}
