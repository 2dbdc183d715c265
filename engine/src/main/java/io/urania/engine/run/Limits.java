package io.urania.engine.run;

import java.util.OptionalInt;

/**
 * How far a run may go.
 *
 * @param forks how many batches may run at once, at least 1
 * @param failures after how many failed steps nothing more is begun, at least 1; empty for no limit
 */
public record Limits(int forks, OptionalInt failures) {

    public Limits {
        if (forks < 1) {
            throw new IllegalArgumentException("forks must be at least 1, not " + forks);
        }
        if (failures.isPresent() && failures.getAsInt() < 1) {
            throw new IllegalArgumentException("at least 1 failure must be allowed, not " + failures.getAsInt());
        }
    }

    /** With no limit but that of batches at once. */
    public static Limits ofForks(int forks) {
        return new Limits(forks, OptionalInt.empty());
    }
}
