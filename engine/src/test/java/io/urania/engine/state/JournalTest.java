package io.urania.engine.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.urania.engine.event.Event;
import io.urania.engine.event.PlannedChange;
import io.urania.engine.plan.Action;
import io.urania.engine.plan.Lane;
import io.urania.engine.plan.TaskId;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class JournalTest {

    private static final Instant AT = Instant.parse("2026-11-23T22:00:00Z");
    private static final TaskId HOSTS = new TaskId("clio", "file /etc/hosts");
    private static final TaskId ETCD = new TaskId("erato", "service etcd.service");
    private static final RunHeader HEADER = new RunHeader(
            new RunId("1pk8x3q4"), AT, "apply", List.of("inventory", "rack"), "0.1.0", "anna", "laptop", 4711);

    /** One of each kind. */
    private static final List<Event> EVENTS = List.of(
            new Event.FactsStarted(AT, List.of("clio", "erato")),
            new Event.FactsRead(AT, "clio", Duration.ofMillis(1500)),
            new Event.FactsFailed(AT, "erato", "switched off"),
            new Event.RunStarted(
                    AT,
                    List.of(
                            new PlannedChange(
                                    HOSTS,
                                    "host",
                                    Lane.SYSTEM,
                                    Optional.of(Action.CHANGE),
                                    "write \"/etc/hosts\"",
                                    Set.of()),
                            new PlannedChange(ETCD, "etcd", Lane.API, Optional.empty(), "start", Set.of(HOSTS)))),
            new Event.BatchSent(AT, "clio", List.of("file /etc/hosts")),
            new Event.ChangeStarted(AT, HOSTS, "host", "write \"/etc/hosts\""),
            new Event.ChangeFinished(AT, HOSTS, "host", "write", Duration.ofMillis(250)),
            new Event.ChangeFailed(AT, HOSTS, "host", "write", Duration.ZERO, "line one\nline two\t\u0007\u2028 Käse"),
            new Event.ChangeRepeated(AT, HOSTS, "host", "write", Duration.ZERO, "away", 1, 3, Duration.ofMillis(1500)),
            new Event.ChangeBlocked(AT, ETCD, "host", "write", HOSTS),
            new Event.RunFinished(AT, Duration.ofSeconds(61), 1, 1, 1, 2));

    @TempDir
    private Path inventory;

    private StateDirectory state;

    @BeforeEach
    void makeState() throws IOException {
        state = StateDirectory.of(inventory);
    }

    @Test
    void everythingTellsTheSameWhenItIsReadAgain() throws Exception {
        write(new RunEnd(AT.plusSeconds(70), RunOutcome.FAILED, 1));

        assertThat(new RunHistory(state).ids()).containsExactly(HEADER.id());
        assertThat(new RunHistory(state).read(HEADER.id())).hasValueSatisfying(run -> {
            assertThat(run.header()).isEqualTo(HEADER);
            assertThat(run.events()).isEqualTo(EVENTS);
            assertThat(run.outcome()).isEqualTo(RunOutcome.FAILED);
            assertThat(run.took()).isEqualTo(Duration.ofSeconds(70));
            assertThat(run.planned()).isEqualTo(2);
            assertThat(run.complete()).isTrue();
        });
    }

    @Test
    void everyLineIsAnObjectWithItsInstantAndItsKind() throws Exception {
        write(new RunEnd(AT, RunOutcome.DONE, 0));

        List<JsonObject> lines = Files.readAllLines(state.journal(HEADER.id())).stream()
                .map(line -> JsonParser.parseString(line).getAsJsonObject())
                .toList();
        assertThat(lines)
                .allSatisfy(line -> assertThat(line.get("at").getAsString()).isEqualTo(AT.toString()));
        assertThat(lines.stream().map(line -> line.get("event").getAsString()))
                .containsExactly(
                        "begin",
                        "facts-started",
                        "facts-read",
                        "facts-failed",
                        "run-started",
                        "batch-sent",
                        "change-started",
                        "change-finished",
                        "change-failed",
                        "change-repeated",
                        "change-blocked",
                        "run-finished",
                        "end");
        assertThat(lines.getFirst().get("journal").getAsInt()).isEqualTo(1);
    }

    /** Wherever the machine stopped: what is whole is read, and nothing else. */
    @Test
    void aJournalThatIsCutOffAnywhereIsReadable() throws Exception {
        write(new RunEnd(AT, RunOutcome.DONE, 0));
        Path file = state.journal(HEADER.id());
        byte[] whole = Files.readAllBytes(file);

        for (int length = 0; length < whole.length; length++) {
            Files.write(file, Arrays.copyOf(whole, length));
            long lines = count(whole, length);
            var read = new RunHistory(state).read(HEADER.id());
            if (lines == 0) {
                assertThat(read).isEmpty();
            } else {
                RecordedRun run = read.orElseThrow();
                assertThat(run.events()).isEqualTo(EVENTS.subList(0, Math.toIntExact(lines) - 1));
                assertThat(run.outcome()).isEqualTo(RunOutcome.DIED);
                assertThat(run.complete()).isEqualTo(whole[length - 1] == '\n');
            }
        }
    }

    /** After a power cut, blocks that the file system had not written hold zeros, or what was there before. */
    @Test
    void rubbishBetweenLinesIsPassedOver() throws Exception {
        write(new RunEnd(AT, RunOutcome.DONE, 0));
        Path file = state.journal(HEADER.id());
        byte[] whole = Files.readAllBytes(file);
        Random random = new Random(5);
        int firstLine = new String(whole, java.nio.charset.StandardCharsets.UTF_8).indexOf('\n') + 1;

        for (int attempt = 0; attempt < 200; attempt++) {
            byte[] broken = whole.clone();
            int from = firstLine + random.nextInt(whole.length - firstLine);
            Arrays.fill(broken, from, Math.min(whole.length, from + 1 + random.nextInt(300)), (byte) 0);
            Files.write(file, broken);
            RecordedRun run = new RunHistory(state).read(HEADER.id()).orElseThrow();
            assertThat(EVENTS).containsAll(run.events());
            assertThat(run.complete()).isFalse();
        }
    }

    @Test
    void aRunThatGoesOnIsToldFromOneThatDied() throws Exception {
        Journal journal = Journal.begin(state, HEADER);
        assertThat(outcome()).isEqualTo(RunOutcome.RUNNING);
        journal.close();
        assertThat(outcome()).isEqualTo(RunOutcome.DIED);
    }

    @Test
    void everyEventCanBeReadAtOnce() throws Exception {
        try (Journal journal = Journal.begin(state, HEADER)) {
            journal.accept(EVENTS.getFirst());
            assertThat(new RunHistory(state).read(HEADER.id()).orElseThrow().events())
                    .containsExactly(EVENTS.getFirst());
        }
    }

    @Test
    void nobodyElseMayReadIt() throws Exception {
        write(new RunEnd(AT, RunOutcome.DONE, 0));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(state.journal(HEADER.id()))))
                .isEqualTo("rw-------");
    }

    @Test
    void twoRunsCannotHaveOneName() throws Exception {
        write(new RunEnd(AT, RunOutcome.DONE, 0));
        assertThatThrownBy(() -> Journal.begin(state, HEADER)).isInstanceOf(FileAlreadyExistsException.class);
    }

    @Test
    void aJournalOfANewerUraniaIsRefused() throws Exception {
        Files.writeString(state.journal(HEADER.id()), "{\"journal\":2}\n");
        assertThatThrownBy(() -> new RunHistory(state).read(HEADER.id()))
                .isInstanceOf(IOException.class)
                .hasMessageContainingAll("version 2", "newer version");
    }

    @ParameterizedTest
    @ValueSource(strings = {"notes.jsonl", "1pk8x3q.jsonl", ".jsonl", "a b.jsonl", "1PK8X3Q4.jsonl", "1pk8x3q4.json"})
    void whatHasNoRunsNameIsPassedOver(String name) throws Exception {
        write(new RunEnd(AT, RunOutcome.DONE, 0));
        Files.writeString(state.runs().resolve(name), "{}\n");

        assertThat(new RunHistory(state).ids()).containsExactly(HEADER.id());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[[[[[[[[",
                "text",
                "{\"journal\":1}",
                "{\"journal\":\"one\"}",
                "{\"journal\":[]}",
                "{\"journal\":1e999}",
                "{\"journal\":1,\"inventory\":5,\"run\":\"1pk8x3q4\",\"at\":\"2026-11-23T22:00:00Z\"}",
                "{\"journal\":1,\"inventory\":[{}],\"run\":{},\"at\":[]}",
                "{\"journal\":1,\"inventory\":[],\"run\":\"1pk8x3q4\",\"at\":\"+1000000000-12-31T23:59:59Z\"}"
            })
    void whatIsNoJournalIsToldWithItsFile(String first) throws Exception {
        Files.writeString(state.journal(HEADER.id()), first + "\n");

        assertThatThrownBy(() -> new RunHistory(state).read(HEADER.id()))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith(state.journal(HEADER.id()) + " is not a journal of Urania");
    }

    @Test
    void aJournalUnderAnotherNameIsNoOtherRun() throws Exception {
        write(new RunEnd(AT, RunOutcome.DONE, 0));
        RunId other = new RunId("1pk8x3q5");
        Files.copy(state.journal(HEADER.id()), state.journal(other));

        assertThatThrownBy(() -> new RunHistory(state).read(other))
                .isInstanceOf(IOException.class)
                .hasMessage(state.journal(other) + " is the journal of run "
                        + HEADER.id().text() + " under another name; remove it");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"event\":7,\"at\":\"2026-11-23T22:00:00Z\"}",
                "{\"event\":\"end\"}",
                "{\"event\":\"end\",\"at\":\"2026-11-23T22:00:00Z\",\"outcome\":\"never heard\",\"exit\":[]}",
                "{\"event\":\"facts-started\",\"at\":\"soon\",\"hosts\":[]}",
                "{\"event\":\"facts-started\",\"at\":\"+1000000000-12-31T23:59:59Z\",\"hosts\":[]}",
                "{\"event\":\"facts-started\",\"at\":\"2026-11-23T22:00:00Z\",\"hosts\":\"all\"}",
                "{\"event\":\"facts-read\",\"at\":\"2026-11-23T22:00:00Z\",\"host\":\"a\",\"seconds\":1e300}",
                "{\"event\":\"run-started\",\"at\":\"2026-11-23T22:00:00Z\",\"plan\":[{\"needs\":[7]}]}",
                "{\"event\":\"run-started\",\"at\":\"2026-11-23T22:00:00Z\",\"plan\":[null]}"
            })
    void linesOfAnotherShapeArePassedOver(String line) throws Exception {
        write(new RunEnd(AT, RunOutcome.DONE, 0));
        Path file = state.journal(HEADER.id());
        Files.writeString(file, Files.readString(file) + line + "\n");

        RecordedRun run = new RunHistory(state).read(HEADER.id()).orElseThrow();
        assertThat(run.events()).isEqualTo(EVENTS);
        assertThat(run.outcome()).isEqualTo(RunOutcome.DONE);
        assertThat(run.complete()).isFalse();
    }

    @Test
    void whatIsTooLargeOrNoFileIsNotRead() throws Exception {
        Path file = state.journal(HEADER.id());
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(1L << 40);
        }
        assertThatThrownBy(() -> new RunHistory(state).read(HEADER.id()))
                .isInstanceOf(IOException.class)
                .hasMessage(file + " is larger than 64 MiB, too large for a journal of Urania; remove it");

        Files.delete(file);
        assertThat(new ProcessBuilder("mkfifo", file.toString()).start().waitFor())
                .isZero();
        assertThatThrownBy(() -> new RunHistory(state).read(HEADER.id()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("not a regular file");
    }

    @Test
    void eventsOfALaterVersionArePassedOver() throws Exception {
        write(new RunEnd(AT, RunOutcome.DONE, 0));
        Path file = state.journal(HEADER.id());
        Files.writeString(
                file,
                Files.readString(file)
                        .replace("\n{\"at\"", "\n{\"at\":\"2026-11-23T22:00:00Z\",\"event\":\"new\"}\n{\"at\""));
        assertThat(new RunHistory(state).read(HEADER.id()).orElseThrow().events())
                .isEqualTo(EVENTS);
    }

    @Test
    void namesOfRunsSortLikeTime() {
        Random random = new Random(1);
        for (int attempt = 0; attempt < 1000; attempt++) {
            Instant one = Instant.ofEpochSecond(random.nextLong(1L << 35));
            Instant other = Instant.ofEpochSecond(random.nextLong(1L << 35));
            if (one.getEpochSecond() != other.getEpochSecond()) {
                assertThat(Integer.signum(RunId.of(one, random).compareTo(RunId.of(other, random))))
                        .isEqualTo(one.compareTo(other));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1pk8x3q", "1pk8x3q4a", "1PK8X3Q4", "1pk8x3ql", "../../ab"})
    void whatIsNoNameOfARunIsRefused(String text) {
        assertThatThrownBy(() -> new RunId(text)).isInstanceOf(IllegalArgumentException.class);
    }

    private RunOutcome outcome() throws IOException {
        return new RunHistory(state).read(HEADER.id()).orElseThrow().outcome();
    }

    private void write(RunEnd end) throws IOException {
        try (Journal journal = Journal.begin(state, HEADER)) {
            EVENTS.forEach(journal::accept);
            journal.end(end);
        }
    }

    private static long count(byte[] bytes, int length) {
        long lines = 0;
        for (int index = 0; index < length; index++) {
            lines += bytes[index] == '\n' ? 1 : 0;
        }
        return lines;
    }
}
