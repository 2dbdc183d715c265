package io.urania.engine.lease;

import static org.assertj.core.api.Assertions.assertThat;

import io.urania.engine.batch.BatchRunner;
import io.urania.engine.fact.FactReader;
import io.urania.engine.run.FactGathering;
import io.urania.engine.transport.Exit;
import io.urania.engine.transport.Input;
import io.urania.engine.transport.LocalTransport;
import io.urania.engine.transport.Target;
import io.urania.engine.transport.Transport;
import io.urania.engine.transport.TransportException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two controllers and three hosts, each a directory of this machine. */
final class HostLeasesTest {

    private static final List<String> HOSTS = List.of("pandore", "clio", "erato");

    @TempDir
    private Path machines;

    private final AtomicInteger roundTrips = new AtomicInteger();
    private final List<LeaseClaim> lost = new ArrayList<>();

    @Test
    void takesAllLeasesInTheRoundTripThatReadsFactsAndGivesThemBack() throws Exception {
        HostLeases anna = leases("1aaaaaaa");
        gather(anna);

        assertThat(roundTrips).hasValue(3);
        assertThat(anna.refused()).isEmpty();
        assertThat(holders()).allSatisfy((_, answer) -> assertThat(answer).isInstanceOf(LeaseAnswer.Held.class));
        anna.close();
        assertThat(holders()).allSatisfy((_, answer) -> assertThat(answer).isEqualTo(new LeaseAnswer.Free()));
    }

    @Test
    void whatWasGivenBackAlongTheWayIsNotGivenBackAgain() throws Exception {
        HostLeases anna = leases("1aaaaaaa");
        gather(anna);
        new FactGathering(new FactReader(new BatchRunner(new Machines())), _ -> {}, Clock.systemUTC())
                .gather(targets(), Map.of(), Optional.of(anna.releasing()));
        roundTrips.set(0);
        anna.close();

        assertThat(roundTrips).hasValue(0);
    }

    @Test
    void theSecondRunIsRefusedByEveryHostAndNamesTheFirst() throws Exception {
        try (HostLeases anna = leases("1aaaaaaa");
                HostLeases bert = leases("1bbbbbbb")) {
            gather(anna);
            gather(bert);

            assertThat(bert.refused())
                    .containsOnlyKeys(HOSTS)
                    .allSatisfy((_, answer) -> assertThat(answer)
                            .isInstanceOfSatisfying(
                                    LeaseAnswer.Held.class,
                                    held -> assertThat(held.by().run()).isEqualTo("1aaaaaaa")));
            assertThat(bert.hasPrecedence()).isFalse();
            bert.giveBack();
            assertThat(holders()).allSatisfy((_, answer) -> assertThat(answer).isInstanceOf(LeaseAnswer.Held.class));
        }
    }

    @Test
    void ofTwoThatShareTheHostsTheOneWithTheFirstGoesOn() throws Exception {
        try (HostLeases anna = leases("1aaaaaaa");
                HostLeases bert = leases("1bbbbbbb")) {
            new FactGathering(new FactReader(new BatchRunner(new Machines())), _ -> {}, Clock.systemUTC())
                    .gather(Map.of("pandore", targets().get("pandore")), Map.of(), Optional.of(anna.taking()));
            gather(bert);
            gather(anna);

            assertThat(anna.hasPrecedence()).isTrue();
            assertThat(anna.refused()).containsOnlyKeys("clio", "erato");
            assertThat(bert.hasPrecedence()).isFalse();
            bert.giveBack();
            gather(anna);
            assertThat(anna.refused()).isEmpty();
        }
    }

    @Test
    void aRunThatStoodStillIsToldWhenItRenewsThatAnotherHasItsHosts() throws Exception {
        try (HostLeases anna = leases("1aaaaaaa");
                HostLeases bert = leases("1bbbbbbb")) {
            gather(anna);
            anna.renew();
            assertThat(lost).isEmpty();
            for (String host : HOSTS) {
                Path lease = machines.resolve(host).resolve("urania/lease");
                Files.writeString(lease, Files.readString(lease).replaceAll("(?m)^expires .*$", "expires 0"));
            }
            gather(bert);
            assertThat(bert.takenOver()).containsOnlyKeys(HOSTS);
            anna.renew();

            assertThat(lost)
                    .extracting(LeaseClaim::run)
                    .containsOnly("1bbbbbbb")
                    .hasSize(3);
        }
    }

    private void gather(HostLeases leases) throws InterruptedException {
        new FactGathering(new FactReader(new BatchRunner(new Machines())), _ -> {}, Clock.systemUTC())
                .gather(targets(), Map.of(), Optional.of(leases.taking()));
    }

    private Map<String, LeaseAnswer> holders() throws InterruptedException {
        return new LeaseInspection(new BatchRunner(new Machines()), script(), Clock.systemUTC(), _ -> {})
                .show(targets())
                .answers();
    }

    private HostLeases leases(String run) {
        LeaseClaim claim = new LeaseClaim(
                run, "place of " + run, run + "@laptop", Instant.EPOCH.plus(Duration.ofDays(1)), "apply");
        return new HostLeases(
                new BatchRunner(new Machines()), targets(), script(), claim, Clock.systemUTC(), _ -> {}, lost::add);
    }

    /** Relative to each machine's directory. */
    private static LeaseScript script() {
        return new LeaseScript("urania");
    }

    private static Map<String, Target> targets() {
        Map<String, Target> targets = new LinkedHashMap<>();
        HOSTS.forEach(host -> targets.put(host, LocalTransport.target(host)));
        return targets;
    }

    private final class Machines implements Transport {

        private final LocalTransport local = new LocalTransport();

        @Override
        public Exit execute(Target target, String command, Input input, Consumer<String> outputLine)
                throws TransportException, InterruptedException {
            roundTrips.incrementAndGet();
            try {
                Path machine = Files.createDirectories(machines.resolve(target.name()));
                return local.execute(target, "cd " + machine + "; " + command, input, outputLine);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() {
            local.close();
        }
    }
}
