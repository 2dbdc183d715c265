package io.urania.engine.transport;

import java.io.Serial;

/** A host could not be used; the message says what, why and what to do next. */
public final class TransportException extends Exception {

    @Serial
    private static final long serialVersionUID = 1L;

    private final Cause cause;

    public TransportException(Cause cause, String message) {
        super(message);
        this.cause = cause;
    }

    /** What kind of failure it was. */
    public Cause kind() {
        return cause;
    }

    /** The kinds of failure that a caller may want to tell apart. */
    public enum Cause {
        /** No connection: refused, timed out, no route, unknown name. */
        UNREACHABLE,
        /** The host's key is unknown, or not the pinned one. */
        HOST_KEY,
        /** The host did not accept the user or key. */
        LOGIN,
        /** Logged in, but no right to become root. */
        PRIVILEGE,
        /** The connection broke while a command ran. */
        LOST,
        /** The host printed what cannot be read, or without end. */
        ANSWER
    }
}
