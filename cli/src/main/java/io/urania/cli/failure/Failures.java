package io.urania.cli.failure;

import io.urania.artifacts.ArtifactException;
import io.urania.cli.console.Console;
import io.urania.control.failure.ExitCode;
import io.urania.control.failure.FailedChecks;
import io.urania.control.failure.Refusal;
import io.urania.engine.fact.UnknownFactException;
import io.urania.engine.transport.TransportException;
import io.urania.inventory.problem.InventoryException;
import io.urania.lab.report.RackException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.FileSystemException;
import java.nio.file.InvalidPathException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells the person at the keyboard why a command ended, and decides the exit code. */
public final class Failures {

    private final Console console;
    private final DefectLog log;
    private final boolean debug;

    /**
     * @param debug whether to show stack traces too
     */
    public Failures(Console console, DefectLog log, boolean debug) {
        this.console = console;
        this.log = log;
        this.debug = debug;
    }

    /**
     * Prints what there is to say.
     *
     * @param words the command line, for the log of defects
     */
    public ExitCode report(List<String> words, Throwable failure) {
        if (debug) {
            console.printError(DefectLog.trace(failure).stripTrailing());
        }
        switch (failure) {
            case Refusal expected -> say(expected.getMessage());
            case FailedChecks checks -> say(told(checks));
            case InventoryException bad -> ProblemList.tell(console, bad.problems());
            case TransportException unusable -> say(unusable.getMessage());
            case ArtifactException artifact -> say(artifact.getMessage());
            case RackException rack -> rack.problems().forEach(problem -> say(problem.toString()));
            case UnknownFactException unknown -> say(unknown.getMessage());
            case InterruptedException _, ClosedByInterruptException _ -> {}
            case UncheckedIOException io when io.getCause() instanceof ClosedByInterruptException -> {
                // A person has ended the command in the middle of it.
            }
            case InvalidPathException path -> say(unnamed(path));
            case UncheckedIOException io -> say(io.getMessage() + ": " + told(io.getCause()));
            case IOException io -> say(told(io));
            default -> defect(words, failure);
        }
        return ExitCode.of(failure);
    }

    private void say(@Nullable String message) {
        console.printError(console.errorStyle().red("urania: ") + message);
    }

    private void defect(List<String> words, Throwable defect) {
        String what = "a defect in Urania (" + defect + ")";
        try {
            say(what + "; its stack trace is in " + log.add(words, defect) + "; please report it with that file");
        } catch (IOException e) {
            say(what + "; no log could be written (" + e.getMessage() + "): --debug shows the stack trace");
        }
    }

    private String told(FailedChecks checks) {
        return "nothing changed: these checks failed:\n"
                + String.join("\n", new FindingText(console.style(), checks.hosts()).of(checks.findings()));
    }

    /** What to do about a name that the JVM cannot write in the locale's encoding. */
    public static String unnamed(InvalidPathException path) {
        return "'" + path.getInput()
                + "' cannot be the name of a file with this locale; use one of UTF-8, such as LC_ALL=C.UTF-8";
    }

    private static String told(@Nullable Throwable failure) {
        return switch (failure) {
            case java.nio.file.NoSuchFileException missing -> missing.getFile() + ": no such file or directory";
            case java.nio.file.AccessDeniedException denied ->
                denied.getFile() + ": permission denied; run as the file's owner, or with sudo";
            case FileSystemException file ->
                file.getFile() + ": "
                        + (file.getReason() == null ? file.getClass().getSimpleName() : file.getReason());
            case null -> "for an unknown reason";
            default -> String.valueOf(failure.getMessage());
        };
    }
}
