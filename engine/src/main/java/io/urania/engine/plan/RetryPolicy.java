package io.urania.engine.plan;

import java.time.Duration;

/**
 * How long a change may take, and how often it is tried.
 *
 * @param limit what each of its long commands may take on the host before it is ended; zero for no limit
 * @param attempts how often it is made at the most, at least 1. More than once only what may be done twice, and is likely to work the next
 *     time: because a server or a network was away, not because something is wrong
 */
public record RetryPolicy(Duration limit, int attempts) {

    /** Made once, for as long as it takes. */
    public static final RetryPolicy ENDLESS = new RetryPolicy(Duration.ZERO, 1);

    public RetryPolicy {
        if (limit.isNegative() || attempts < 1) {
            throw new IllegalArgumentException("no patience of " + limit + " and " + attempts + " attempts");
        }
    }

    /** Made once, and ended when the limit is over. */
    public static RetryPolicy of(Duration limit) {
        return new RetryPolicy(limit, 1);
    }

    /** What stands before a command in a script, so that it is ended in time: timeout(1) of the GNU core utilities, exit code 124. */
    public String before(String command) {
        return limit.isZero() ? command : "timeout -k 10 " + limit.toSeconds() + " " + command;
    }
}
