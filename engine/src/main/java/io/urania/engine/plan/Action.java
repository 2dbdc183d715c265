package io.urania.engine.plan;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What happens to the thing that a change is about. */
public enum Action {
    /** It is not there, and will be. */
    CREATE,
    /** It is there, and will be otherwise. */
    CHANGE,
    /** It is there, and will not be. */
    REMOVE,
    /** It runs, and is stopped and started again. */
    RESTART,
    /** Something is done that is no state of one thing. */
    RUN;

    /** The action in JSON. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The action of a word in JSON. */
    public static Optional<Action> named(String word) {
        return Arrays.stream(values())
                .filter(action -> action.word().equals(word))
                .findFirst();
    }
}
