package io.urania.engine.transport;

import java.io.IOException;
import java.io.OutputStream;

/** Writes the standard input of a remote command. */
@FunctionalInterface
public interface Input {

    /** No input at all. */
    Input NONE = _ -> {};

    /** Writes everything to {@code sink}; an {@link IOException} of the sink must be passed on as it is. */
    void writeTo(OutputStream sink) throws IOException;
}
