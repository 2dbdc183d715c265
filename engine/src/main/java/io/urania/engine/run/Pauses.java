package io.urania.engine.run;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** How long a run waits before it makes a change again that did not work. */
@FunctionalInterface
public interface Pauses {

    /** The pause before the next attempt, after so many that failed: 1 for the first pause. */
    Duration after(int attempts);

    /**
     * Two seconds, then twice as long each time, at most a minute, and each shortened by up to a half at random: many hosts that a server
     * has failed do not come back to it at the same moment (Brooker, "Exponential Backoff And Jitter", AWS Architecture Blog, 2015).
     */
    static Pauses doubling(RandomGenerator random) {
        return attempts -> {
            long whole = Math.min(60_000, 1000L << Math.min(attempts, 10));
            return Duration.ofMillis(whole / 2 + random.nextLong(whole / 2 + 1));
        };
    }
}
