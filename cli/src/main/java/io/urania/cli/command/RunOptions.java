package io.urania.cli.command;

import java.nio.file.Path;
import java.util.Optional;
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
            names = {"-K", "--ask-become-pass"},
            description = "Ask for the password that sudo wants on hosts for which the inventory has none.")
    private boolean askBecomePassword;

    Optional<Path> bundle() {
        return Optional.ofNullable(bundle);
    }

    int forks() {
        return forks;
    }

    boolean askBecomePassword() {
        return askBecomePassword;
    }
}
