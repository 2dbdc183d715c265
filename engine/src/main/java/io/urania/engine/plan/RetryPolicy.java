package io.urania.engine.plan;

import java.time.Duration;

/**
 * How long a change may take, and how often it is tried.
 *
 * @param limit what each of its long commands may take on the host before it is ended; zero for no limit
 * @param attempts how often it is made at the most, at least 1. More than once only what may be done twice, and is likely to work the next
 *     time: because a server or a network was away, not because something is wrong
 * @param absence how long its host may be away while it is made, as a host is that restarts; when it is back, the change is made again, and
 *     that is no further attempt. Zero if a host that is away has failed
 */
public record RetryPolicy(Duration limit, int attempts, Duration absence) {

    /** Made once, for as long as it takes. */
    public static final RetryPolicy ENDLESS = new RetryPolicy(Duration.ZERO, 1);

    public RetryPolicy {
        if (limit.isNegative() || attempts < 1 || absence.isNegative()) {
            throw new IllegalArgumentException(
                    "no patience of " + limit + ", " + attempts + " attempts and an absence of " + absence);
        }
    }

    /** Made on a host that stays there. */
    public RetryPolicy(Duration limit, int attempts) {
        this(limit, attempts, Duration.ZERO);
    }

    /** Made once, on a host that goes away meanwhile and comes back. */
    public static RetryPolicy across(Duration absence) {
        return new RetryPolicy(Duration.ZERO, 1, absence);
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
