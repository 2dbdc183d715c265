package io.urania.control.port;

import io.urania.engine.event.EventSink;
import io.urania.engine.plan.Plan;

/** Shows a run while it happens. */
public interface RunProgress extends EventSink, AutoCloseable {

    /** The plan that is about to be carried out; told before its first event. */
    void expect(Plan plan);

    /** Ends the display; what was printed stays. May be called again. */
    void end();

    @Override
    default void close() {
        end();
    }
}
