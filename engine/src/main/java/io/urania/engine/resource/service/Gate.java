package io.urania.engine.resource.service;

import io.urania.engine.shell.Shell;
import java.time.Duration;

/**
 * What has to be well before and after something is restarted of which several hosts have one, and of which most must go on serving.
 *
 * @param turn the name of those that are restarted one after the other: {@code etcd members}
 * @param before POSIX sh that ends well when this host's one can be spared, and says why not otherwise; it may wait
 * @param after POSIX sh that ends well when this host's one serves again, and says what is wrong otherwise; it may wait. It must define all
 *     that it calls: after the restart of a host it is run by itself
 */
public record Gate(String turn, String before, String after) {

    private static final int SECONDS_BETWEEN = 2;

    /**
     * POSIX sh that waits until a condition holds, and fails if it does not come about, or if the run is to end before.
     *
     * @param condition a command, asked every two seconds
     * @param what what is waited for: what follows the words "waiting for"
     * @param patience how long to wait; what the condition itself takes comes on top
     * @param complaint commands that say what is wrong and what to do
     */
    public static String until(String condition, String what, Duration patience, String complaint) {
        return """
                tries=0
                until %s; do
                    if asked_to_stop; then
                        echo %s": stopped waiting, because the run is ending"
                        exit 1
                    fi
                    waiting_for %s
                    tries=$((tries + 1))
                    if [ "$tries" -ge %d ]; then
                %s
                        exit 1
                    fi
                    sleep %d
                done
                waiting_for
                """.formatted(
                        condition,
                        Shell.quote(what),
                        Shell.quote(what),
                        patience.toSeconds() / SECONDS_BETWEEN,
                        complaint.indent(8).stripTrailing(),
                        SECONDS_BETWEEN);
    }
}
