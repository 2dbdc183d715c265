package io.urania.cli.command;

import io.urania.cli.console.Console;
import io.urania.control.failure.ExitCode;
import io.urania.control.failure.Refusal;
import io.urania.engine.run.Limits;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How hosts are worked on. */
public final class RunOptions {

    private static final int USUAL_FORKS = 64;

    @Option(
            names = "--bundle",
            paramLabel = "DIR",
            description = "Install from this bundle. Default: the one in the cache, created if it does not exist.")
    private @Nullable Path bundle;

    @Option(
            names = "--forks",
            paramLabel = "N",
            defaultValue = "" + USUAL_FORKS,
            description = "Work on at most N hosts at once (default: ${DEFAULT-VALUE}).")
    private int forks;

    @Option(
            names = "--max-failures",
            paramLabel = "N",
            description = "Start no more steps once N have failed. Default: skip only what depends on them.")
    private @Nullable Integer maxFailures;

    @Option(
            names = {"-K", "--ask-become-pass"},
            description = "Ask for the sudo password of hosts for which the inventory has none.")
    private boolean askBecomePassword;

    public Optional<Path> bundle() {
        return Optional.ofNullable(bundle);
    }

    /** How far a run may go. */
    public Limits limits() throws Refusal {
        if (forks < 1) {
            throw new Refusal(ExitCode.USAGE, "--forks " + forks + ": must be at least 1");
        }
        if (maxFailures != null && maxFailures < 1) {
            throw new Refusal(ExitCode.USAGE, "--max-failures " + maxFailures + ": must be at least 1");
        }
        return new Limits(forks, maxFailures == null ? OptionalInt.empty() : OptionalInt.of(maxFailures));
    }

    /**
     * Whether to ask for the password that sudo wants.
     *
     * @throws Refusal if nobody is there to type it
     */
    public boolean askBecomePassword(Console console) throws Refusal {
        if (askBecomePassword && !console.canAsk()) {
            throw new Refusal(
                    ExitCode.USAGE,
                    "-K: the sudo password can only be typed at a terminal, and standard input or standard error is not one;"
                            + " nothing was changed. Run it from a terminal, or put ansible_become_password into a file that"
                            + " ansible-vault encrypts, and specify the vault password with --vault-password-file");
        }
        return askBecomePassword;
    }

    /** The options as they were given, for the same command once more. */
    public List<String> repeated() {
        List<String> words = new ArrayList<>();
        bundle().ifPresent(directory -> words.addAll(List.of("--bundle", directory.toString())));
        if (forks != USUAL_FORKS) {
            words.addAll(List.of("--forks", Integer.toString(forks)));
        }
        if (maxFailures != null) {
            words.addAll(List.of("--max-failures", maxFailures.toString()));
        }
        if (askBecomePassword) {
            words.add("-K");
        }
        return words;
    }
}
