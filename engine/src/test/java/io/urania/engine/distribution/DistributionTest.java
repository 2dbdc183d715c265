package io.urania.engine.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import io.urania.engine.batch.BatchListener;
import io.urania.engine.batch.BatchRunner;
import io.urania.engine.batch.Mode;
import io.urania.engine.batch.Operation;
import io.urania.engine.batch.Payload;
import io.urania.engine.batch.Step;
import io.urania.engine.batch.StepResult;
import io.urania.engine.transport.LocalTransport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Hosts that are directories and addresses of this machine; listeners and callers are the real ones. */
@Timeout(120)
final class DistributionTest {

    private static final int SIZE = 3_000_017;

    @TempDir
    private Path directory;

    private final WatchedTransport transport = new WatchedTransport(new LocalTransport());
    private byte[] bytes;
    private Payload.LocalFile file;

    @BeforeEach
    void makeFile() throws IOException {
        bytes = new byte[SIZE];
        new Random(12).nextBytes(bytes);
        Path path = Files.write(directory.resolve("image.tar"), bytes);
        file = new Payload.LocalFile(path, SIZE, Payload.sha256(bytes));
    }

    @Test
    void twelveHostsGetAFileOfWhichThisMachineSendsOneCopy() throws Exception {
        Map<String, Peer> peers = peers(12, "rack");
        try (Distribution distribution = new Distribution(transport, peers)) {
            receiveEverywhere(distribution, peers);
        }

        assertThat(transport.bytesSent()).isBetween((long) SIZE, SIZE * 11L / 10);
        peers.keySet().forEach(host -> assertThat(received(host)).hasBinaryContent(bytes));
    }

    @Test
    void onlyOneHostOfARackFetchesFromAnother() throws Exception {
        Map<String, Peer> peers = peers(12, "rack");
        try (Distribution distribution = new Distribution(transport, peers)) {
            receiveEverywhere(distribution, peers);
        }

        // The first host of all has it from here.
        assertThat(transport.fetches().stream()
                        .filter(fetch -> !rackOf(peers, fetch.from()).equals(rackOf(peers, fetch.to())))
                        .count())
                .isEqualTo(2);
        assertThat(transport.fetches()).hasSize(11);
    }

    @Test
    void hostsWithoutRacksShareToo() throws Exception {
        Map<String, Peer> peers = peers(4, "");
        try (Distribution distribution = new Distribution(transport, peers)) {
            receiveEverywhere(distribution, peers);
        }

        assertThat(transport.bytesSent()).isLessThan(SIZE * 2L);
        assertThat(transport.fetches()).hasSize(3);
    }

    @Test
    void nothingIsLeftOnHostsAndNobodyListensAfterwards() throws Exception {
        Map<String, Peer> peers = peers(3, "rack");
        try (Distribution distribution = new Distribution(transport, peers)) {
            receiveEverywhere(distribution, peers);
            assertThat(Path.of(peers.get("host0").store())).isNotEmptyDirectory();
        }

        peers.values().forEach(peer -> assertThat(Path.of(peer.store())).doesNotExist());
        assertThat(transport.running()).isZero();
    }

    @Test
    void goesOnWhereATransferFromThisMachineEnded() throws Exception {
        Map<String, Peer> peers = peers(1, "rack");
        Path store = Files.createDirectories(Path.of(peers.get("host0").store()));
        Files.write(store.resolve(file.sha256() + ".part"), java.util.Arrays.copyOf(bytes, 2_000_000));
        try (Distribution distribution = new Distribution(transport, peers)) {
            receiveEverywhere(distribution, peers);
        }

        assertThat(transport.bytesSent()).isBetween(SIZE - 2_000_000L, SIZE - 1_900_000L);
        assertThat(received("host0")).hasBinaryContent(bytes);
    }

    @Test
    void goesOnWhereATransferFromAnotherHostEnded() throws Exception {
        Map<String, Peer> peers = peers(2, "rack");
        Path store = Files.createDirectories(Path.of(peers.get("host1").store()));
        Path part = Files.write(store.resolve(file.sha256() + ".part"), java.util.Arrays.copyOf(bytes, 2_000_000));
        try (Distribution distribution = new Distribution(transport, peers)) {
            receive(distribution, "host0");
            receive(distribution, "host1");
        }

        assertThat(transport.fetches()).hasSize(1);
        assertThat(part).doesNotExist();
        assertThat(received("host1")).hasBinaryContent(bytes);
    }

    @Test
    void aPartThatIsWrongIsThrownAwayAndFetchedAnew() throws Exception {
        Map<String, Peer> peers = peers(1, "rack");
        Path store = Files.createDirectories(Path.of(peers.get("host0").store()));
        Files.write(store.resolve(file.sha256() + ".part"), new byte[2_000_000]);
        StepResult result;
        try (Distribution distribution = new Distribution(transport, peers)) {
            result = receive(distribution, "host0");
        }

        assertThat(result.succeeded()).isTrue();
        assertThat(received("host0")).hasBinaryContent(bytes);
    }

    @Test
    void aHostThatPassesOnSomethingElseIsNotBelieved() throws Exception {
        Map<String, Peer> peers = peers(2, "rack");
        try (Distribution distribution = new Distribution(transport, peers)) {
            receive(distribution, "host0");
            byte[] other = bytes.clone();
            other[SIZE / 2]++;
            Files.write(Path.of(peers.get("host0").store(), file.sha256()), other);
            receive(distribution, "host1");
        }

        assertThat(received("host1")).hasBinaryContent(bytes);
        assertThat(transport.bytesSent()).isGreaterThan(SIZE * 2L);
    }

    @Test
    void hostsThatCannotReachEachOtherGetItFromHere() throws Exception {
        Map<String, Peer> peers = new LinkedHashMap<>(peers(2, "rack"));
        // Nobody can listen there: it is an address of documentation (RFC 5737).
        peers.replaceAll((_, peer) -> new Peer("192.0.2.1", peer.neighbourhood(), peer.store()));
        try (Distribution distribution = new Distribution(transport, peers)) {
            receiveEverywhere(distribution, peers);
        }

        assertThat(received("host0")).hasBinaryContent(bytes);
        assertThat(received("host1")).hasBinaryContent(bytes);
    }

    @Test
    void smallFilesAndUnknownHostsAreLeftToTheBatch() throws Exception {
        try (Distribution distribution = new Distribution(transport, peers(1, "rack"))) {
            Payload.LocalFile small = new Payload.LocalFile(file.path(), Distribution.SMALLEST - 1, file.sha256());

            assertThat(distribution.bring(LocalTransport.target("host0"), small))
                    .isEmpty();
            assertThat(distribution.bring(LocalTransport.target("elsewhere"), file))
                    .isEmpty();
        }
    }

    private Map<String, Peer> peers(int count, String racks) throws IOException {
        Map<String, Peer> peers = new LinkedHashMap<>();
        for (int number = 0; number < count; number++) {
            Path store = Files.createDirectories(directory.resolve("stores"));
            peers.put(
                    "host" + number,
                    new Peer(
                            "127.0.1." + (number + 1),
                            racks.isEmpty() ? Optional.empty() : Optional.of(racks + number % 3),
                            store.resolve("host" + number).toString()));
        }
        return peers;
    }

    private static String rackOf(Map<String, Peer> peers, String host) {
        return peers.get(host).neighbourhood().orElseThrow();
    }

    private void receiveEverywhere(Distribution distribution, Map<String, Peer> peers) throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<StepResult>> results = new ArrayList<>();
            peers.keySet().forEach(host -> results.add(threads.submit(() -> receive(distribution, host))));
            for (Future<StepResult> result : results) {
                assertThat(result.get().succeeded()).as(result.get().output()).isTrue();
            }
        }
    }

    private StepResult receive(Distribution distribution, String host) throws Exception {
        Operation operation = Operation.of("receive " + received(host), file);
        return new BatchRunner(transport, distribution)
                .run(
                        LocalTransport.target(host),
                        List.of(new Step("file", operation)),
                        Mode.STOP_AT_FAILURE,
                        BatchListener.NONE)
                .getFirst();
    }

    private Path received(String host) {
        return directory.resolve("received-" + host);
    }

    /** A mode that lets the listener in, which runs as nobody. */
    @BeforeEach
    void openDirectory() throws IOException {
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
