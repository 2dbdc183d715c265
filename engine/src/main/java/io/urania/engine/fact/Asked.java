package io.urania.engine.fact;

import java.time.Instant;

/**
 * When a host was asked, by the clock of who asked: its answers are of some moment between the two.
 *
 * @param before the question went off
 * @param after the answer was there
 */
public record Asked(Instant before, Instant after) {}
