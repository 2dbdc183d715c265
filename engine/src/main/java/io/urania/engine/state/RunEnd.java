package io.urania.engine.state;

import java.time.Instant;

/**
 * How a run ended, in its own words.
 *
 * @param exitCode of the program, 0 to 255
 */
public record RunEnd(Instant at, RunOutcome outcome, int exitCode) {}
