package io.urania.engine.state;

import java.util.Locale;

/** What became of a run. */
public enum RunOutcome {
    /** All that was to be done is done. */
    DONE,
    /** A step failed, or something stood in the way. */
    FAILED,
    /** Somebody ended it, and it ended in order. */
    INTERRUPTED,
    /** Its process is gone, and it has not said how it ended. */
    DIED,
    /** It goes on. */
    RUNNING;

    /** The word for people and journals. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The outcome of a word. */
    public static RunOutcome of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
