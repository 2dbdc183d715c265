package io.urania.control.failure;

import java.io.Serial;

/** What was asked for is not done; the message is for the person who asked: what, why, next step. */
public final class Refusal extends Exception {

    @Serial
    private static final long serialVersionUID = 1L;

    private final ExitCode exitCode;

    public Refusal(ExitCode exitCode, String message) {
        super(message);
        this.exitCode = exitCode;
    }

    public ExitCode exitCode() {
        return exitCode;
    }
}
