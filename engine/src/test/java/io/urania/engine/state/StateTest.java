package io.urania.engine.state;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.urania.engine.event.Event;
import io.urania.engine.plan.TaskId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class StateTest {

    private static final Instant AT = Instant.parse("2026-11-23T22:00:00Z");
    private static final TaskId ID = new TaskId("clio", "file /etc/hosts");

    /** One of each kind. */
    private static final List<Event> EVENTS = List.of(
            new Event.FactsStarted(AT, List.of("clio", "erato")),
            new Event.FactsRead(AT, "clio", Duration.ofMillis(1500)),
            new Event.FactsFailed(AT, "erato", "switched off"),
            new Event.RunStarted(AT, 3, List.of("clio")),
            new Event.ChangeStarted(AT, ID, "host", "write \"/etc/hosts\""),
            new Event.ChangeFinished(AT, ID, "host", "write", Duration.ofMillis(250)),
            new Event.ChangeFailed(AT, ID, "host", "write", Duration.ZERO, "line one\nline two\t\u0007\u2028 Käse"),
            new Event.ChangeBlocked(AT, ID, "host", "write", new TaskId("erato", "x")),
            new Event.RunFinished(AT, Duration.ofSeconds(61), 1, 1, 1));

    @TempDir
    private Path inventory;

    @Test
    void onlyItsOwnerMayEnterTheDirectory() throws Exception {
        StateDirectory state = StateDirectory.of(inventory);

        assertThat(rights(state)).isEqualTo("rwx------");
        assertThat(state.path()).isEqualTo(inventory.resolve(".urania"));
    }

    @Test
    void aDirectoryThatWasOpenToOthersIsClosedToThem() throws Exception {
        Files.createDirectory(
                inventory.resolve(".urania"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));

        assertThat(rights(StateDirectory.of(inventory))).isEqualTo("rwx------");
    }

    @Test
    void theLockIsTakenOnce() throws Exception {
        StateDirectory state = StateDirectory.of(inventory);
        try (RunLock _ = RunLock.take(state).orElseThrow()) {
            assertThat(RunLock.take(state)).isEmpty();
            assertThat(RunLock.take(
                            new StateDirectory(inventory.resolve("../" + inventory.getFileName() + "/.urania"))))
                    .isEmpty();
        }
        try (RunLock again = RunLock.take(state).orElseThrow()) {
            assertThat(again).isNotNull();
            assertThat(RunLock.holder(state))
                    .startsWith("process " + ProcessHandle.current().pid() + " since ");
        }
    }

    /** The kernel, not only this process, must know of the lock, also after a second attempt here. */
    @Test
    void anotherProcessSeesThatTheLockIsTaken() throws Exception {
        StateDirectory state = StateDirectory.of(inventory);
        try (RunLock _ = RunLock.take(state).orElseThrow()) {
            assertThat(RunLock.take(state)).isEmpty();

            assertThat(Files.readString(Path.of("/proc/locks")))
                    .containsPattern("POSIX +ADVISORY +WRITE "
                            + ProcessHandle.current().pid() + " \\S+:" + Files.getAttribute(state.lock(), "unix:ino")
                            + " ");
        }
    }

    @Test
    void everyLineOfTheJournalIsJson() throws Exception {
        Path file = inventory.resolve("journal.jsonl");
        try (Journal journal = new Journal(file, "run 1")) {
            EVENTS.forEach(journal::accept);
        }

        List<JsonObject> lines = read(file);

        assertThat(lines).hasSize(EVENTS.size()).allSatisfy(line -> {
            assertThat(line.get("at").getAsString()).isEqualTo("2026-11-23T22:00:00Z");
            assertThat(line.get("run").getAsString()).isEqualTo("run 1");
        });
        assertThat(lines.stream().map(line -> line.get("event").getAsString()))
                .containsExactly(
                        "facts-started",
                        "facts-read",
                        "facts-failed",
                        "run-started",
                        "change-started",
                        "change-finished",
                        "change-failed",
                        "change-blocked",
                        "run-finished");
        assertThat(lines.get(6).get("reason").getAsString()).isEqualTo("line one\nline two\t\u0007\u2028 Käse");
        assertThat(lines.get(1).get("seconds").getAsDouble()).isEqualTo(1.5);
    }

    @Test
    void everyEventCanBeReadAtOnce() throws Exception {
        Path file = inventory.resolve("journal.jsonl");
        try (Journal journal = new Journal(file, "run 1")) {
            journal.accept(EVENTS.getFirst());

            assertThat(read(file)).hasSize(1);
        }
    }

    @Test
    void theJournalGoesOnAfterARunThatWasKilledInTheMiddleOfALine() throws Exception {
        Path file = Files.writeString(inventory.resolve("journal.jsonl"), "{\"event\":\"run-fini");
        try (Journal journal = new Journal(file, "run 2")) {
            journal.accept(EVENTS.getFirst());
        }
        try (Journal journal = new Journal(file, "run 3")) {
            journal.accept(EVENTS.getFirst());
        }

        assertThat(Files.readAllLines(file)).hasSize(3).first().isEqualTo("{\"event\":\"run-fini");
        assertThat(Files.readString(file)).endsWith("}\n").doesNotContain("\n\n");
    }

    private static List<JsonObject> read(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .map(line -> JsonParser.parseString(line).getAsJsonObject())
                .toList();
    }

    private static String rights(StateDirectory state) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(state.path()));
    }
}
