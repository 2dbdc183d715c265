package io.urania.control.port;

import io.urania.engine.state.StateDirectory;
import io.urania.engine.transport.Target;

/** Knows how a person gets onto a host, to look there. */
@FunctionalInterface
public interface Shells {

    /**
     * The command that opens a shell on a host, for people to type.
     *
     * @param state the inventory's
     */
    String command(Target target, StateDirectory state);
}
