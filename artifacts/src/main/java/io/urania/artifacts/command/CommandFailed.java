package io.urania.artifacts.command;

import java.nio.file.Path;
import java.util.List;

/** A program ended with another exit code than 0, or could not be started. */
public final class CommandFailed extends Exception {
    private static final long serialVersionUID = 1L;

    private final boolean missing;

    private CommandFailed(String message, boolean missing) {
        super(message);
        this.missing = missing;
    }

    static CommandFailed missing(String program) {
        return new CommandFailed("there is no program " + program + " on PATH", true);
    }

    static CommandFailed ended(List<String> command, int exitCode, String lastLines, Path log) {
        return new CommandFailed(
                command.getFirst() + " ended with exit code " + exitCode + ":\n" + lastLines.indent(2)
                        + "the whole log is " + log,
                false);
    }

    /** Whether the program is not there at all. */
    public boolean isMissing() {
        return missing;
    }
}
