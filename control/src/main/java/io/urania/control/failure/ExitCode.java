package io.urania.control.failure;

import io.urania.engine.state.RunOutcome;
import io.urania.engine.transport.TransportException;
import io.urania.inventory.problem.InventoryException;

/** How what was asked for ended, as the journal keeps it and scripts see it. */
public enum ExitCode {
    DONE(0),
    /** A host or a step failed. */
    FAILED(1),
    /** Wrong usage, or an inventory that cannot be used. */
    USAGE(2),
    /** A host cannot be reached, or its key was refused. */
    UNREACHABLE(3),
    /** With {@code --detailed-exitcode}: there are changes. */
    CHANGES(4),
    /** Another run is changing this cluster. */
    LOCKED(5),
    /** Ended by Ctrl-C: 128 and the number of SIGINT, as shells count. */
    INTERRUPTED(130);

    private final int number;

    ExitCode(int number) {
        this.number = number;
    }

    /** What ended with an exception. */
    public static ExitCode of(Throwable failure) {
        return switch (failure) {
            case Refusal refusal -> refusal.exitCode();
            case InventoryException _ -> USAGE;
            case TransportException unusable -> of(unusable.kind());
            case InterruptedException _ -> INTERRUPTED;
            default -> FAILED;
        };
    }

    /** What ended because a host cannot be used. */
    public static ExitCode of(TransportException.Cause cause) {
        return switch (cause) {
            case UNREACHABLE, HOST_KEY, LOGIN -> UNREACHABLE;
            case PRIVILEGE, LOST, ANSWER -> FAILED;
        };
    }

    public int number() {
        return number;
    }

    /** The same in the journal's word. */
    public RunOutcome outcome() {
        return switch (this) {
            case DONE, CHANGES -> RunOutcome.DONE;
            case INTERRUPTED -> RunOutcome.INTERRUPTED;
            case FAILED, USAGE, UNREACHABLE, LOCKED -> RunOutcome.FAILED;
        };
    }
}
