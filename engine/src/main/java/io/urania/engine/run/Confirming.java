package io.urania.engine.run;

import io.urania.engine.batch.BatchId;
import io.urania.engine.batch.BatchListener;
import io.urania.engine.batch.BatchRunner;
import io.urania.engine.batch.Mode;
import io.urania.engine.batch.Step;
import io.urania.engine.batch.StepResult;
import io.urania.engine.plan.Change;
import io.urania.engine.plan.Confirmation;
import io.urania.engine.transport.Target;
import io.urania.engine.transport.TransportException;
import io.urania.engine.transport.TransportException.Cause;
import java.util.List;
import java.util.Set;

/** Confirms changes that may have closed the way to their host: by coming that way once more, over a connection that did not exist before. */
final class Confirming {

    /** With the pauses between them and the time that ssh gives a connection, less than a minute. */
    private static final int ATTEMPTS = 4;

    /** A host whose interface or sshd has just got new settings may be away for a moment; one that refuses a login goes on doing so. */
    private static final Set<Cause> PASSING = Set.of(Cause.UNREACHABLE, Cause.LOST);

    private final BatchRunner batches;
    private final Pauses pauses;

    Confirming(BatchRunner batches, Pauses pauses) {
        this.batches = batches;
        this.pauses = pauses;
    }

    /**
     * The result of a change with its confirmation.
     *
     * @param result that of the change itself, which worked
     */
    StepResult confirm(Target target, Change change, StepResult result) throws InterruptedException {
        Confirmation confirmation = change.difference().confirmation().orElseThrow();
        Step step = new Step(result.key(), confirmation.operation());
        for (int attempt = 1; ; attempt++) {
            try {
                StepResult second = batches.run(
                                target.over(BatchId.random().id().toString()),
                                List.of(step),
                                Mode.STOP_AT_FAILURE,
                                BatchListener.NONE)
                        .getFirst();
                return second.succeeded() ? result : second;
            } catch (TransportException e) {
                if (attempt == ATTEMPTS || !PASSING.contains(e.kind())) {
                    return new StepResult(
                            result.key(),
                            1,
                            "no new connection can be made: " + e.getMessage() + "; " + confirmation.otherwise());
                }
            }
            Thread.sleep(pauses.after(attempt));
        }
    }
}
