package io.urania.cli.operation;

import io.urania.artifacts.ArtifactException;
import io.urania.cli.failure.CommandFailure;
import io.urania.cli.failure.ExitCode;
import io.urania.cli.failure.Failures;
import io.urania.engine.state.RunOutcome;
import io.urania.engine.transport.TransportException;
import java.io.IOException;

/** Has the journal know how a run ended, whichever way it did. */
final class Conclusion {

    private Conclusion() {}

    /** A run, from facts to the last line. */
    @FunctionalInterface
    interface Work {
        ExitCode run() throws CommandFailure, TransportException, ArtifactException, IOException, InterruptedException;
    }

    static ExitCode of(ClusterSession cluster, Work work)
            throws CommandFailure, TransportException, ArtifactException, IOException, InterruptedException {
        ExitCode code = ExitCode.FAILED;
        try {
            code = work.run();
            return code;
        } catch (CommandFailure
                | TransportException
                | ArtifactException
                | IOException
                | InterruptedException
                | RuntimeException e) {
            code = Failures.codeOf(e);
            throw e;
        } finally {
            cluster.conclude(outcome(code), code.number());
        }
    }

    private static RunOutcome outcome(ExitCode code) {
        return switch (code) {
            case DONE, CHANGES -> RunOutcome.DONE;
            case INTERRUPTED -> RunOutcome.INTERRUPTED;
            case FAILED, USAGE, UNREACHABLE, LOCKED -> RunOutcome.FAILED;
        };
    }
}
