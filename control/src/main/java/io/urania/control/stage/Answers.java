package io.urania.control.stage;

import io.urania.control.failure.ExitCode;
import io.urania.control.failure.Refusal;
import io.urania.engine.fact.FactBook;
import io.urania.engine.run.FactGathering.Gathered;
import io.urania.engine.transport.TransportException;
import java.util.Collection;
import java.util.stream.Collectors;

/** What hosts answered, where all of them are needed. */
public final class Answers {

    private Answers() {}

    /**
     * The facts of all hosts.
     *
     * @throws Refusal if some are missing
     */
    public static FactBook complete(Gathered gathered, int hosts) throws Refusal {
        Collection<TransportException> failures = gathered.failures().values();
        if (failures.isEmpty()) {
            return gathered.book();
        }
        boolean allReached =
                failures.stream().map(TransportException::kind).allMatch(kind -> ExitCode.of(kind) == ExitCode.FAILED);
        throw new Refusal(
                allReached ? ExitCode.FAILED : ExitCode.UNREACHABLE,
                failures.size() + " of " + hosts + (hosts == 1 ? " host" : " hosts") + " cannot be used:\n"
                        + failures.stream()
                                .map(failure -> "  " + failure.getMessage())
                                .collect(Collectors.joining("\n")));
    }
}
