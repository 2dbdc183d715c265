package io.urania.engine.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.urania.engine.batch.ShellKind;
import io.urania.engine.fact.PlantedHost;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WriteLatencyProbeTest {

    @TempDir
    private Path directory;

    /** The dd of Debian's busybox does not say how long it took. */
    @ParameterizedTest
    @EnumSource(value = ShellKind.class, mode = EnumSource.Mode.EXCLUDE, names = "BUSYBOX")
    void measuresWhereTheDirectoryWillBe(ShellKind shell) throws Exception {
        String wanted = directory.resolve("not there/yet").toString();

        try (PlantedHost host = new PlantedHost(shell)) {
            assertThat(host.ask(WriteLatencyProbe.in(wanted))).hasValueSatisfying(fact -> {
                WriteLatency latency = ((WriteLatencyFact.Measured) fact).latency();
                assertThat(latency.directory()).isEqualTo(directory.toString());
                assertThat(latency.writes())
                        .hasSize(WriteLatencyProbe.WRITES)
                        .allSatisfy(write -> assertThat(write).isPositive());
            });
        }
    }

    @ParameterizedTest
    @EnumSource(ShellKind.class)
    void leavesNothing(ShellKind shell) throws Exception {
        try (PlantedHost host = new PlantedHost(shell)) {
            host.ask(WriteLatencyProbe.in(directory.toString()));
        }

        try (Stream<Path> left = Files.list(directory)) {
            assertThat(left).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(ShellKind.class)
    void whereNothingCanBeWrittenTheHostSaysWhy(ShellKind shell) throws Exception {
        Path file = Files.createFile(directory.resolve("file"));
        Path link = Files.createSymbolicLink(directory.resolve("link"), directory.resolve("nowhere"));

        try (PlantedHost host = new PlantedHost(shell)) {
            assertThat(host.ask(WriteLatencyProbe.in("/proc/self")))
                    .hasValueSatisfying(fact -> assertThat(fact).asString().contains("urania-writes", "No such file"));
            assertThat(host.ask(WriteLatencyProbe.in(file + "/etcd")))
                    .contains(new WriteLatencyFact.Impossible(file + " is not a directory"));
            assertThat(host.ask(WriteLatencyProbe.in(link.toString())))
                    .contains(new WriteLatencyFact.Impossible(link + " is not a directory"));
        }
    }

    @Test
    void understandsEveryProgramsWords() {
        String ofCoreutils = "2300 bytes (2.3 kB, 2.2 KiB) copied, 9.5e-05 s, 24.2 MB/s\n";
        String ofBusybox = "2300 bytes (2.2KB) copied, 0.012000 seconds, 187.2KB/s\n";
        String output = "of /a\nin /\n" + ofCoreutils.repeat(WriteLatencyProbe.WRITES - 8) + ofBusybox.repeat(8);

        assertThat(WriteLatencyProbe.in("/a").probe().parse(output, new TreeSet<>(List.of("/a"))))
                .hasEntrySatisfying("/a", fact -> {
                    WriteLatency latency = ((WriteLatencyFact.Measured) fact).latency();
                    assertThat(latency.median()).isEqualTo(Duration.ofNanos(95_000));
                    assertThat(latency.percentile99()).isEqualTo(Duration.ofMillis(12));
                    assertThat(latency.slowest()).isEqualTo(Duration.ofMillis(12));
                });
    }

    @Test
    void oneOfAHundredWritesMayBeSlow() {
        List<Duration> writes = IntStream.rangeClosed(1, 100)
                .mapToObj(i -> Duration.ofMillis(i == 100 ? 500 : i))
                .collect(Collectors.toList());

        WriteLatency latency = new WriteLatency("/", writes);

        assertThat(latency.percentile99()).isEqualTo(Duration.ofMillis(99));
        assertThat(latency.slowest()).isEqualTo(Duration.ofMillis(500));
    }

    @Test
    void whatIsCutOffIsNoAnswer() {
        assertThat(WriteLatencyProbe.in("/a")
                        .probe()
                        .parse("of /a\nin /a\n2300 bytes copied, 0.1 s, x\n", new TreeSet<>(List.of("/a"))))
                .isEmpty();
    }
}
