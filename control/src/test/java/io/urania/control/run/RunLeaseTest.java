package io.urania.control.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.urania.control.failure.ExitCode;
import io.urania.control.failure.Refusal;
import io.urania.control.port.RecordedPerson;
import io.urania.engine.batch.BatchRunner;
import io.urania.engine.lease.HostLeases;
import io.urania.engine.lease.LeaseClaim;
import io.urania.engine.lease.LeaseScript;
import io.urania.engine.transport.Exit;
import io.urania.engine.transport.Input;
import io.urania.engine.transport.Target;
import io.urania.engine.transport.Transport;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What is said when leases are refused or taken over; the hosts' answers are written down here. */
final class RunLeaseTest {

    private static final String BERT = """
            run 1bbbbbbb
            left 42
            place elsewhere
            holder bert@desk (process 7)
            since 2026-11-24T09:00:00Z
            command urania apply
            """;

    private static final String WHO = "bert@desk (process 7), urania apply, since 2026-11-24T09:00:00Z (run 1bbbbbbb)";

    private final Map<String, String> answers = new LinkedHashMap<>();
    private final RecordedPerson person = RecordedPerson.nobody();
    private final List<String> releases = Collections.synchronizedList(new ArrayList<>());

    @Test
    void aRefusalSaysWhoHasTheHostsSinceWhenAndWhatToDo() {
        answers.put("pandore", "answer held\n" + BERT);
        answers.put("clio", "answer held\n" + BERT);

        assertThatThrownBy(() -> lease().take())
                .isInstanceOfSatisfying(
                        Refusal.class, failure -> assertThat(failure.exitCode()).isEqualTo(ExitCode.LOCKED))
                .hasMessage("another run is changing 2 of these hosts: " + WHO
                        + "; nothing was changed. Wait until it ends, then run the same command again; if it is dead, its"
                        + " leases expire within a minute, or run: ./urania unlock");
        assertThat(releases).isEmpty();
    }

    @Test
    void whatWasGotIsGivenBackWhereTheFirstHostIsRefused() {
        answers.put("pandore", "answer held\n" + BERT);
        answers.put("clio", "answer taken\n");

        assertThatThrownBy(() -> lease().take())
                .isInstanceOf(Refusal.class)
                .hasMessageStartingWith("another run is changing pandore: " + WHO);
        assertThat(releases).containsExactly("clio");
    }

    @Test
    void theFactsAreReadAgainUntilTheOtherRunHasGivenWay() throws Exception {
        answers.put("pandore", "answer taken\n");
        answers.put("clio", "answer held\n" + BERT);
        RunLease lease = lease();

        try (HostLeases leases = lease.leases()) {
            List<String> gathered = new ArrayList<>();
            lease.gather(_ -> {
                gathered.add("facts");
                leases.take();
                answers.put("clio", "answer taken\n");
                return gathered.size();
            });
            assertThat(gathered).hasSize(2);
            assertThat(leases.refused()).isEmpty();
        }
        assertThat(releases).containsExactlyInAnyOrder("pandore", "clio");
    }

    @Test
    void theFactsAreReadAgainWhenARunThatDiedMayHaveChangedThemMeanwhile() throws Exception {
        answers.put("pandore", "answer taken-over\n" + BERT);
        RunLease lease = lease();

        try (HostLeases leases = lease.leases()) {
            List<String> gathered = new ArrayList<>();
            lease.gather(_ -> {
                gathered.add("facts");
                leases.take();
                answers.put("pandore", "answer taken\n");
                return gathered.size();
            });
            assertThat(gathered).hasSize(2);
        }
        assertThat(person.heard()).hasSize(1);
    }

    @Test
    void aTakeOverIsToldOnce() throws Exception {
        answers.put("pandore", "answer taken-over\n" + BERT);
        answers.put("clio", "answer taken-over\n" + BERT);
        RunLease lease = lease();

        try (HostLeases leases = lease.leases()) {
            lease.take();
            assertThat(leases.hasPrecedence()).isTrue();
        }
        assertThat(person.heard())
                .containsExactly(
                        "note: the lease of a run that ended without releasing it was taken over on 2 hosts: " + WHO);
    }

    @Test
    void aHostThatCannotKeepALeaseIsNoOtherRun() {
        answers.put("pandore", "answer taken\n");
        answers.put("clio", "answer failed\n");

        assertThatThrownBy(() -> lease().take())
                .isInstanceOfSatisfying(
                        Refusal.class, failure -> assertThat(failure.exitCode()).isEqualTo(ExitCode.FAILED))
                .hasMessage("clio: the lease in /run/urania cannot be read or written");
    }

    private RunLease lease() {
        Map<String, Target> targets = new LinkedHashMap<>();
        answers.keySet()
                .forEach(host -> targets.put(host, new Target(host, host, 22, "", false, Optional.empty(), List.of())));
        LeaseClaim claim = new LeaseClaim("1aaaaaaa", "here", "anna@laptop", Instant.EPOCH, "urania apply");
        HostLeases leases = new HostLeases(
                new BatchRunner(new Answers()), targets, new LeaseScript(), claim, Clock.systemUTC(), _ -> {}, _ -> {});
        return new RunLease(leases, person, "./urania unlock");
    }

    private final class Answers implements Transport {

        private static final Pattern MARKER = Pattern.compile("@urania-[0-9a-f-]{36}");

        @Override
        public Exit execute(Target target, String command, Input input, Consumer<String> outputLine) {
            String script = sent(input);
            Matcher marker = MARKER.matcher(script);
            assertThat(marker.find()).isTrue();
            boolean taking = script.contains("lifetime=");
            if (!taking) {
                releases.add(target.name());
            }
            outputLine.accept(marker.group() + " begin 0");
            (taking ? answers.getOrDefault(target.name(), "") : "answer free\n")
                    .lines()
                    .forEach(outputLine);
            outputLine.accept(marker.group() + " end 0 0");
            return new Exit(0, "");
        }

        private static String sent(Input input) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try {
                input.writeTo(bytes);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return bytes.toString(StandardCharsets.UTF_8);
        }

        @Override
        public void close() {
            // Nothing is kept.
        }
    }
}
