package io.urania.cli.failure;

import java.io.Serial;

/** A command cannot do what it was asked; the message is for the person who typed it: what, why, next step. */
public final class CommandFailure extends Exception {

    @Serial
    private static final long serialVersionUID = 1L;

    private final ExitCode exitCode;

    public CommandFailure(ExitCode exitCode, String message) {
        super(message);
        this.exitCode = exitCode;
    }

    public ExitCode exitCode() {
        return exitCode;
    }
}
