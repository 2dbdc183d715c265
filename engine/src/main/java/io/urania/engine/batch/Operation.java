package io.urania.engine.batch;

import java.util.Arrays;
import java.util.List;

/**
 * POSIX sh to run on a host, with the data it takes in.
 *
 * <p>The script runs in a subshell with {@code set -eu}. It takes its payloads in order with the shell function
 * {@code receive FILE}, which writes one payload to FILE and fails if it did not arrive whole. {@code receive_to_read FILE} does the
 * same for a FILE that is only read, and removed afterwards: where the payload is on the host already, it costs no copy. Neither script nor
 * payloads ever stand in a command line: both travel on standard input.
 *
 * <p>A script that waits says so, at once and as often as it likes, with the shell function {@code waiting_for WORDS...}, of which
 * the first line counts; without words when it waits no longer. Whoever watches is told after ten seconds: "waiting 10s for WORDS".
 * The words name what is waited for and who keeps it, hold no secret, and no time: the function never fails, never waits, and
 * says the same words only once.
 */
public record Operation(String script, List<Payload> payloads) {

    public Operation {
        payloads = List.copyOf(payloads);
    }

    /** A script with the payloads it receives, in order. */
    public static Operation of(String script, Payload... payloads) {
        return new Operation(script, Arrays.asList(payloads));
    }
}
