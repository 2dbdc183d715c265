package io.urania.engine.run;

import io.urania.engine.batch.Operation;
import io.urania.engine.batch.StepResult;
import io.urania.engine.plan.RetryPolicy;
import java.util.List;

/** What is told about a step that failed. */
final class FailureText {

    private static final int LINES = 20;

    /** Of timeout(1), when a command was ended because its time was over. */
    private static final int OVER_TIME = 124;

    /** A shell tells the death of a command by a signal as 128 and the signal's number: POSIX, "Exit Status for Commands". */
    private static final int SIGNALS = 128;

    private static final int KILL = 9;

    private FailureText() {}

    /**
     * The last lines of a step's output, and what its exit code says beyond them.
     *
     * @param patience how long the step may take
     * @param operation what was run: the secrets in its payloads are not told, should the host have repeated them
     */
    static String of(StepResult result, Operation operation, RetryPolicy patience) {
        List<String> lines = Transcript.output(result, operation).lines().toList();
        String end = String.join("\n", lines.subList(Math.max(0, lines.size() - LINES), lines.size()));
        if (result.code() == OVER_TIME && !patience.limit().isZero()) {
            return (end + "\nit was stopped because it took longer than "
                            + patience.limit().toMinutes() + " minutes")
                    .strip();
        }
        return result.code() == SIGNALS + KILL
                ? (end.isBlank() ? "" : end + "\n")
                        + "the command was killed (signal 9), as the kernel does when memory runs out; check on the host:"
                        + " dmesg | grep -i 'out of memory'; free some memory, then run the same command again"
                : end.isBlank() ? "the command ended with exit code " + result.code() + " and printed nothing" : end;
    }
}
