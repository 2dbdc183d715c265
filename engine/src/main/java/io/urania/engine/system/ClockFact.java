package io.urania.engine.system;

import java.time.Instant;

/**
 * The clock of a host.
 *
 * @param now what it said when it was asked
 * @param ofAnother whether the host is a container, which has the clock of its machine and cannot set it
 */
public record ClockFact(Instant now, boolean ofAnother) {}
