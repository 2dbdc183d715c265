package io.urania.control.procedure;

import io.urania.artifacts.ArtifactException;
import io.urania.control.failure.ExitCode;
import io.urania.control.failure.FailedChecks;
import io.urania.control.failure.Refusal;
import io.urania.control.stage.Run;
import io.urania.engine.transport.TransportException;
import java.io.IOException;

/** Has the journal know how a run ended, whichever way it did. */
final class Conclusion {

    private Conclusion() {}

    /** A run, from facts to the last line. */
    @FunctionalInterface
    interface Work {
        ExitCode run()
                throws Refusal, FailedChecks, TransportException, ArtifactException, IOException, InterruptedException;
    }

    static ExitCode of(Run run, Work work)
            throws Refusal, FailedChecks, TransportException, ArtifactException, IOException, InterruptedException {
        ExitCode code = ExitCode.FAILED;
        try {
            code = work.run();
            return code;
        } catch (Refusal
                | FailedChecks
                | TransportException
                | ArtifactException
                | IOException
                | InterruptedException
                | RuntimeException e) {
            code = ExitCode.of(e);
            throw e;
        } finally {
            run.conclude(code);
        }
    }
}
