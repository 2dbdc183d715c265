package io.urania.engine.fact;

import java.io.Serial;

/** A host was asked something and could not tell: nothing may be decided that rests on it. */
public final class UnknownFactException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    /**
     * Of a host that has answered, and whose answer nobody knows what to do with.
     *
     * @param what is not known, in one sentence without its full stop
     */
    public UnknownFactException(String host, String what) {
        super(host + ": " + what);
    }

    UnknownFactException(String host, Unanswered unanswered) {
        super(host + ": " + unanswered + "; check the reason on the host, then run the same command again");
    }
}
