package io.urania.engine.lease;

import java.time.Instant;

/**
 * Who holds a lease, or wants it.
 *
 * @param run unique among all runs of all machines, of letters and digits
 * @param place the state directory that the run's local lock is in: of two runs of one place, only one is alive
 * @param holder for people: user, machine and process
 * @param since by the holder's clock; for people only, nothing is decided by it
 * @param command for people: what it does
 */
public record LeaseClaim(String run, String place, String holder, Instant since, String command) {

    public LeaseClaim {
        if (!run.matches("[A-Za-z0-9]+")) {
            throw new IllegalArgumentException("'" + run + "' cannot name a run");
        }
    }

    @Override
    public String toString() {
        return holder + ", " + command + ", since " + since + " (run " + run + ")";
    }
}
