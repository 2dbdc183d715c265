package io.urania.engine.fact;

import java.io.Serial;

/** A host was asked something and could not tell: nothing may be decided that rests on it. */
public final class UnknownFactException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    UnknownFactException(String host, Unanswered unanswered) {
        super(host + ": " + unanswered + "; see why on the host, then run the same command again");
    }
}
