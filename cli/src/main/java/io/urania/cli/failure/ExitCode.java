package io.urania.cli.failure;

/** How the program ends, for scripts. */
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

    public int number() {
        return number;
    }
}
