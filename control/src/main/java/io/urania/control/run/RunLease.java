package io.urania.control.run;

import io.urania.artifacts.ArtifactException;
import io.urania.control.failure.ExitCode;
import io.urania.control.failure.Refusal;
import io.urania.control.port.Telling;
import io.urania.engine.lease.HostLeases;
import io.urania.engine.lease.LeaseAnswer;
import io.urania.engine.lease.LeaseClaim;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Collectors;

/**
 * The leases of a run that changes hosts, and what is said where they cannot be had.
 *
 * @param unlocking the command that shows and takes away what keeps others out
 */
public record RunLease(HostLeases leases, Telling telling, String unlocking) {

    /** How often the facts are read again while another run that began at the same time gives way. */
    private static final int ATTEMPTS = 5;

    private static final Duration PAUSE = Duration.ofSeconds(1);

    /** Reads facts, and takes the leases on its way. */
    @FunctionalInterface
    public interface Gathering<T> {

        /**
         * Reads them, once more perhaps.
         *
         * @param before what was read the last time
         */
        T gather(Optional<T> before) throws Refusal, ArtifactException, IOException, InterruptedException;
    }

    /**
     * Reads the facts with the leases, which are kept from then on.
     *
     * @throws Refusal if another run has them
     */
    public <T> T gather(Gathering<T> gathering) throws Refusal, ArtifactException, IOException, InterruptedException {
        T gathered = gathering.gather(Optional.empty());
        for (int attempt = 1;
                attempt < ATTEMPTS
                        && leases.hasPrecedence()
                        && !leases.refused().isEmpty();
                attempt++) {
            Thread.sleep(PAUSE);
            gathered = gathering.gather(Optional.of(gathered));
        }
        keep();
        // Hosts waited for what a run that died had left at work there, and the first to answer did not see the last of
        // it.
        return leases.takenOver().isEmpty() ? gathered : gathering.gather(Optional.of(gathered));
    }

    /** Takes the leases without reading facts. */
    public void take() throws Refusal, InterruptedException {
        leases.take();
        keep();
    }

    private void keep() throws Refusal {
        SortedMap<String, LeaseAnswer> refused = leases.refused();
        if (!refused.isEmpty()) {
            leases.giveBack();
            throw new Refusal(code(refused), said(refused));
        }
        leases.takenOver().entrySet().stream()
                .collect(Collectors.groupingBy(Map.Entry::getValue, Collectors.counting()))
                .forEach((before, hosts) -> telling.note("the lease of a run that ended without releasing it was taken"
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
                .append("; nothing was changed. Wait until it ends, then run the same command again; if it is dead, its"
                        + " leases expire within a minute, or run: " + unlocking));
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
