package io.urania.cli.command;

import io.urania.cli.failure.CommandFailure;
import io.urania.cli.failure.ExitCode;
import io.urania.engine.run.Limits;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How hosts are worked on. */
final class RunOptions {

    @Option(
            names = "--bundle",
            paramLabel = "DIR",
            description =
                    "Install from this bundle. Without it: the one in the cache, made now if it is not there yet.")
    private @Nullable Path bundle;

    @Option(
            names = "--forks",
            paramLabel = "N",
            defaultValue = "64",
            description = "Work on at most N hosts at once (default: ${DEFAULT-VALUE}).")
    private int forks;

    @Option(
            names = "--max-failures",
            paramLabel = "N",
            description = "Begin nothing more when N steps have failed. Without it: only what needs them is not begun.")
    private @Nullable Integer maxFailures;

    @Option(
            names = {"-K", "--ask-become-pass"},
            description = "Ask for the password that sudo wants on hosts for which the inventory has none.")
    private boolean askBecomePassword;

    Optional<Path> bundle() {
        return Optional.ofNullable(bundle);
    }

    /** How far a run may go. */
    Limits limits() throws CommandFailure {
        if (forks < 1) {
            throw new CommandFailure(ExitCode.USAGE, "--forks " + forks + ": at least 1 is needed");
        }
        if (maxFailures != null && maxFailures < 1) {
            throw new CommandFailure(ExitCode.USAGE, "--max-failures " + maxFailures + ": at least 1 is needed");
        }
        return new Limits(forks, maxFailures == null ? OptionalInt.empty() : OptionalInt.of(maxFailures));
    }

    boolean askBecomePassword() {
        return askBecomePassword;
    }
}
