package io.urania.lab.host;

import io.urania.lab.report.RackException;
import io.urania.lab.system.Commands;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** Ends the processes that keep a host up, or waits until they have ended. */
public final class EndedProcesses {
    private static final Duration KILL = Duration.ofSeconds(10);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(50);

    /** The processes, as this machine counts, as they are now. */
    public interface Search {
        List<Long> now() throws IOException;
    }

    private final String host;
    private final Search processes;

    /** @param host its name, for messages */
    public EndedProcesses(String host, Search processes) {
        this.host = host;
        this.processes = processes;
    }

    /** Kills them; fails if one withstands it. */
    public void force() throws RackException, IOException, InterruptedException {
        for (long process : processes.now()) {
            Commands.run("", List.of("kill", "-KILL", Long.toString(process)));
        }
        if (!await(KILL)) {
            throw new RackException(
                    "the host " + host + " does not end",
                    "processes " + processes.now() + " survive SIGKILL: they wait for the kernel",
                    "check dmesg; a reboot of this machine ends them");
        }
    }

    /** Whether all of them have ended within that time. */
    public boolean await(Duration patience) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        // Looking for a few known processes is cheap; reading all of this machine's, for every host, is not.
        for (List<Long> left = processes.now(); !left.isEmpty(); left = processes.now()) {
            while (left.stream().anyMatch(id -> ProcessHandle.of(id).isPresent())) {
                if (System.nanoTime() > deadline) {
                    return false;
                }
                Thread.sleep(LOOK_AGAIN);
            }
        }
        return true;
    }
}
