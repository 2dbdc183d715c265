package io.urania.engine.transport;

import java.io.Serial;

/** What a host printed cannot be read, or is more than any host has to say. The message is a clause that does not name the host. */
public final class UnreadableAnswerException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    public UnreadableAnswerException(String what) {
        super(what);
    }
}
