package io.urania.cli.opening;

import io.urania.artifacts.ArtifactException;
import io.urania.cli.failure.CommandFailure;
import io.urania.cli.failure.ExitCode;
import io.urania.engine.lease.HostLeases;
import io.urania.engine.lease.LeaseAnswer;
import io.urania.engine.lease.LeaseClaim;
import io.urania.engine.run.FactGathering.Gathered;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Collectors;

/**
 * The leases of a run that changes hosts, and what is said where they cannot be had.
 *
 * @param unlocking the command that shows and takes away what keeps others out
 */
record RunLease(HostLeases leases, Notes notes, String unlocking) {

    /** How often the facts are read again while another run that began at the same time gives way. */
    private static final int ATTEMPTS = 5;

    private static final Duration PAUSE = Duration.ofSeconds(1);

    /** Takes a line that the person should read. */
    @FunctionalInterface
    interface Notes {
        void note(String line);
    }

    /** Something that takes the leases on its way. */
    @FunctionalInterface
    interface Gathering {
        Gathered gather() throws CommandFailure, ArtifactException, IOException, InterruptedException;
    }

    /**
     * Reads the facts with the leases, which are kept from then on.
     *
     * @throws CommandFailure if another run has them
     */
    Gathered gather(Gathering gathering) throws CommandFailure, ArtifactException, IOException, InterruptedException {
        Gathered gathered = gathering.gather();
        for (int attempt = 1;
                attempt < ATTEMPTS
                        && leases.hasPrecedence()
                        && !leases.refused().isEmpty();
                attempt++) {
            Thread.sleep(PAUSE);
            gathered = gathering.gather();
        }
        keep();
        // Hosts waited for what a run that died had left at work there, and the first to answer did not see the last of
        // it.
        return leases.takenOver().isEmpty() ? gathered : gathering.gather();
    }

    /** Takes the leases without reading facts. */
    void take() throws CommandFailure, InterruptedException {
        leases.take();
        keep();
    }

    private void keep() throws CommandFailure {
        SortedMap<String, LeaseAnswer> refused = leases.refused();
        if (!refused.isEmpty()) {
            leases.giveBack();
            throw new CommandFailure(code(refused), said(refused));
        }
        leases.takenOver().entrySet().stream()
                .collect(Collectors.groupingBy(Map.Entry::getValue, Collectors.counting()))
                .forEach((before, hosts) -> notes.note("the lease of a run that ended without giving it back was taken"
                        + " over on " + hosts + (hosts == 1 ? " host: " : " hosts: ") + before));
        leases.keep();
    }

    private static ExitCode code(SortedMap<String, LeaseAnswer> refused) {
        return refused.values().stream().anyMatch(LeaseAnswer.Held.class::isInstance)
                ? ExitCode.LOCKED
                : ExitCode.FAILED;
    }

    private String said(SortedMap<String, LeaseAnswer> refused) {
        StringBuilder said = new StringBuilder();
        Map<LeaseClaim, Long> holders = refused.values().stream()
                .filter(LeaseAnswer.Held.class::isInstance)
                .map(answer -> ((LeaseAnswer.Held) answer).by())
                .collect(Collectors.groupingBy(by -> by, Collectors.counting()));
        holders.forEach((by, hosts) -> said.append("another run is changing ")
                .append(hosts == 1 ? refused.firstKey() : hosts + " of these hosts")
                .append(": ")
                .append(by)
                .append("; nothing was changed. Wait for its end, then type the same command again; if it is dead, its"
                        + " leases end within a minute, or see: " + unlocking));
        refused.forEach((host, answer) -> {
            if (answer instanceof LeaseAnswer.Failed(String reason)) {
                said.append(said.isEmpty() ? "" : "\n")
                        .append(host)
                        .append(": ")
                        .append(reason);
            }
        });
        return said.toString();
    }
}
