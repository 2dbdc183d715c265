package io.urania.cli.opening;

import io.urania.cli.operation.SessionOpener.Request;
import io.urania.engine.state.Journal;
import io.urania.engine.state.RunEnd;
import io.urania.engine.state.RunHeader;
import io.urania.engine.state.RunId;
import io.urania.engine.state.RunOutcome;
import io.urania.engine.state.StateDirectory;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/**
 * A run under its name, with its journal.
 *
 * @param header how it began
 */
record RecordedInJournal(RunHeader header, Journal journal, Clock clock) {

    /**
     * Begins to record a run.
     *
     * @param version Urania's own
     */
    static RecordedInJournal begin(
            StateDirectory state, Request request, Controller controller, String version, Clock clock)
            throws IOException {
        SecureRandom random = new SecureRandom();
        Instant now = clock.instant();
        Optional<RecordedInJournal> begun = Optional.empty();
        while (begun.isEmpty()) {
            RunHeader header = new RunHeader(
                    RunId.of(now, random),
                    now,
                    request.command(),
                    request.inventory().sources().stream().map(Path::toString).toList(),
                    version,
                    controller.user(),
                    controller.machine(),
                    controller.process());
            try {
                begun = Optional.of(new RecordedInJournal(header, Journal.begin(state, header), clock));
            } catch (FileAlreadyExistsException e) {
                begun = Optional.empty(); // a run of the same second has this name: another one is drawn
            }
        }
        return begun.get();
    }

    RunId id() {
        return header.id();
    }

    void end(RunOutcome outcome, int exitCode) {
        journal.end(new RunEnd(clock.instant(), outcome, exitCode));
    }
}
