package io.urania.engine.lease;

import java.time.Duration;

/** What a host says when it is asked for its lease. */
public sealed interface LeaseAnswer {

    /** It is ours now, or still. */
    record Taken() implements LeaseAnswer {}

    /** It is ours now; the holder before had died, or was not heard of for too long. */
    record TakenOver(LeaseClaim before) implements LeaseAnswer {}

    /**
     * Somebody else has it.
     *
     * @param left until it ends unless it is renewed; not positive if it has ended
     */
    record Held(LeaseClaim by, Duration left) implements LeaseAnswer {}

    /** Nobody has it. */
    record Free() implements LeaseAnswer {}

    /** The host could not say, or not write it down. */
    record Failed(String reason) implements LeaseAnswer {}
}
