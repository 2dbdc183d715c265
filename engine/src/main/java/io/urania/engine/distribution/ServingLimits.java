package io.urania.engine.distribution;

import java.time.Duration;

/**
 * How far a host that passes files on lets itself be used: its listener is open to everybody on the network. In whole seconds.
 *
 * @param callers how many are answered at a time; others are sent away
 * @param question a caller that has not asked after this is sent away
 * @param answer a caller that has not taken its file after this gets no more of it
 * @param silence a controller from which nothing has come for this long is taken for gone
 */
record ServingLimits(int callers, Duration question, Duration answer, Duration silence) {

    /** More callers than hosts ask one host for files at a time; longer than the largest file takes on a slow network. */
    static final ServingLimits STANDARD =
            new ServingLimits(32, Duration.ofSeconds(10), Duration.ofMinutes(15), Duration.ofSeconds(90));

    /** How often the controller says that it is there. */
    Duration sign() {
        return silence.dividedBy(4);
    }
}
