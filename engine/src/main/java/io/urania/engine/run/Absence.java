package io.urania.engine.run;

import io.urania.engine.event.Event;
import io.urania.engine.transport.TransportException;
import io.urania.engine.transport.TransportException.Cause;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Hosts that go away while something is done on them, and are waited for: what was sent to them is sent again when they are back. */
final class Absence {

    private final Clock clock;
    private final Pauses pauses;
    private final Stop stop;

    Absence(Clock clock, Pauses pauses, Stop stop) {
        this.clock = clock;
        this.pauses = pauses;
        this.stop = stop;
    }

    /** Sends a batch to its host, and returns when its last step has ended. */
    @FunctionalInterface
    interface Sending {
        void send() throws TransportException, InterruptedException;
    }

    /**
     * Sends until a host has heard all of it.
     *
     * @param longest how long the host may be away, from when that is seen first; zero if it must not go
     * @throws TransportException if the host is away for longer, cannot be used for another reason, or the run is to end
     */
    void bridge(Duration longest, Waits.Waiter waiter, Sending sending)
            throws TransportException, InterruptedException {
        Instant end = Instant.MAX;
        while (true) {
            try {
                sending.send();
                return;
            } catch (TransportException e) {
                Instant now = clock.instant();
                end = end.equals(Instant.MAX) ? now.plus(longest) : end;
                if (!isAbsence(e.kind()) || !now.isBefore(end) || stop.cause().isPresent()) {
                    throw e;
                }
                waiter.waitsFor(Event.CONNECTION, "the host to come back");
                Thread.sleep(pauses.after(1));
            }
        }
    }

    /** A host that is about to go or to come refuses people before it refuses connections (pam_nologin(8)). */
    private static boolean isAbsence(Cause cause) {
        return switch (cause) {
            case UNREACHABLE, LOST, LOGIN -> true;
            case HOST_KEY, PRIVILEGE, ANSWER -> false;
        };
    }
}
