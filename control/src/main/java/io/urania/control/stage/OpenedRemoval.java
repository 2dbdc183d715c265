package io.urania.control.stage;

import io.urania.control.failure.Refusal;

/** A cluster that this run is to take away: its inventory has been read and is valid, and its hosts have been met. */
public interface OpenedRemoval extends Run {

    /**
     * The changes that take everything away again that Urania has put on the hosts; other runs are kept out of them from then on.
     *
     * @throws Refusal if another run is changing them
     */
    ReadyPlan plan() throws Refusal, InterruptedException;
}
