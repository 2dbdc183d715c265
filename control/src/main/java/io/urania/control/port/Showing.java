package io.urania.control.port;

import io.urania.engine.state.RunHistory;

/** Shows work that takes a while. One display is open at a time. */
public interface Showing {

    /** A display for work that has steps. */
    Steps steps();

    /**
     * A display for facts, changes and failures of hosts.
     *
     * @param past the runs from which it can be told how long one may take; read only where that is shown
     */
    RunProgress run(RunHistory past);
}
