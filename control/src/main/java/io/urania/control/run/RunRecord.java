package io.urania.control.run;

import io.urania.control.failure.ExitCode;
import io.urania.control.stage.Request;
import io.urania.engine.lease.LeaseClaim;
import io.urania.engine.state.Journal;
import io.urania.engine.state.RunEnd;
import io.urania.engine.state.RunHeader;
import io.urania.engine.state.RunId;
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
public record RunRecord(RunHeader header, Journal journal, Clock clock) {

    /**
     * Begins to record a run.
     *
     * @param version Urania's own
     */
    public static RunRecord begin(
            StateDirectory state, Request request, Controller controller, String version, Clock clock)
            throws IOException {
        SecureRandom random = new SecureRandom();
        Instant now = clock.instant();
        Optional<RunRecord> begun = Optional.empty();
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
                begun = Optional.of(new RunRecord(header, Journal.begin(state, header), clock));
            } catch (FileAlreadyExistsException e) {
                begun = Optional.empty(); // a run of the same second has this name: another one is drawn
            }
        }
        return begun.get();
    }

    /** What this run says of itself on the hosts. */
    public LeaseClaim claim(StateDirectory state, Controller controller) throws IOException {
        return new LeaseClaim(
                id().text(), state.place(), controller.toString(), header.at(), "urania " + header.command());
    }

    private RunId id() {
        return header.id();
    }

    /** Notes how the run ended. */
    public void end(ExitCode code) {
        journal.end(new RunEnd(clock.instant(), code.outcome(), code.number()));
    }
}
