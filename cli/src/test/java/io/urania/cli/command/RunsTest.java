package io.urania.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;

/** Looks at recorded runs with the command line: the twelve hosts of the article, and the same cut off. */
final class RunsTest {

    private static final String WHOLE = "1pk8x3q4";
    private static final String CUT = "1pk8y000";

    @TempDir
    private Path directory;

    @BeforeEach
    void putTwoRuns() throws IOException {
        Path runs = Files.createDirectories(directory.resolve("inventory/.urania/runs"));
        String journal = recorded();
        Files.writeString(runs.resolve(WHOLE + ".jsonl"), journal);
        Files.writeString(
                runs.resolve(CUT + ".jsonl"),
                journal.replace(WHOLE, CUT)
                        .substring(
                                0,
                                journal.lastIndexOf("{\"at\"", journal.indexOf("initialise the cluster\",\"seconds"))));
    }

    @Test
    void listsTheNewestRunFirst() {
        CommandLineOnPipes urania = urania();

        assertThat(urania.run("runs")).isZero();
        assertThat(urania.output()).isEqualTo("""
                RUN        STARTED (UTC)         COMMAND   OUTCOME   STEPS DONE   TOOK    BY
                1pk8y000   2026-11-24 10:00:00   apply     died      116          38s     anna@laptop
                1pk8x3q4   2026-11-24 10:00:00   apply     done      141          1m30s   anna@laptop
                """);
    }

    @Test
    void aJournalOfAStrangerHidesNoOther() throws IOException {
        Path stranger = directory.resolve("inventory/.urania/runs/1pk8z000.jsonl");
        Files.writeString(stranger, "{\"journal\":1}\n");
        CommandLineOnPipes urania = urania();

        assertThat(urania.run("runs")).isZero();
        assertThat(urania.output())
                .contains("1pk8z000   ", "unknown", "1pk8x3q4   2026-11-24 10:00:00   apply     done");
        assertThat(urania.errors()).startsWith("warning: " + stranger + " is not a journal of Urania");

        assertThat(urania.run("runs", "show", "1pk8z000")).isEqualTo(1);
        assertThat(urania.errors()).doesNotContain("defect");
    }

    @Test
    void tellsTheStoryOfARun() {
        CommandLineOnPipes urania = urania();

        assertThat(urania.run("runs", "show", "1pk8x")).isZero();
        assertThat(urania.output())
                .startsWith("""
                        Run 1pk8x3q4: urania apply
                          of rack/inventory, started 2026-11-24T10:00:00Z by anna@laptop (process 4711), Urania 0.1.0
                          0.0s reading the facts of 13 hosts
                          3.1s 139 changes on 13 hosts
                        """)
                .contains(" pandore      control plane: initialise the cluster (")
                .endsWith("Done in 1m30s: 141 steps done, 0 failed, 0 not started because of that.\n");
    }

    @Test
    void tellsWhatWasSentAndNotHeardOfWhenTheControllerDied() {
        CommandLineOnPipes urania = urania();

        assertThat(urania.run("runs", "show", "last")).isZero();
        assertThat(urania.output())
                .contains("  sent, no result received: pandore: kubeadm init\n", "  never started: ")
                .contains("Died after 38s, without a final event");
    }

    @Test
    void asksForMoreOfANameThatSeveralRunsHave() {
        CommandLineOnPipes urania = urania();

        assertThat(urania.run("runs", "show", "1pk8")).isEqualTo(2);
        assertThat(urania.errors())
                .isEqualTo("urania: several runs start with '1pk8': 1pk8y000 1pk8x3q4; see: ./urania runs\n");
    }

    @Test
    void aRunThatIsNotThereIsNamed() {
        CommandLineOnPipes urania = urania();

        assertThat(urania.run("runs", "show", "2a")).isEqualTo(2);
        assertThat(urania.errors()).contains("there is no run '2a'; see: ./urania runs");
    }

    @Test
    void withoutRunsThereIsNothingToList() throws IOException {
        Path other = Files.createDirectories(directory.resolve("other"));
        CommandLineOnPipes urania = urania();

        assertThat(urania.run("runs", "-i", other.toString())).isZero();
        assertThat(urania.output()).isEqualTo("No run has changed these hosts yet.\n");
        assertThat(other).isEmptyDirectory();
    }

    /** The picture is part of docs/runs.md: drawn anew, it is the same to the byte. */
    @Test
    void drawsTheSamePictureEveryTime() throws IOException {
        assertThat(urania().run("runs", "show", WHOLE, "--timeline", "run.svg")).isZero();

        assertThat(directory.resolve("run.svg")).hasSameTextualContentAs(Path.of("../docs/timeline.svg"));
    }

    @Test
    void thePictureIsXmlWithABarForEveryStepAndTheChainMarked() throws Exception {
        assertThat(urania().run("runs", "show", WHOLE, "--timeline", "run.svg")).isZero();

        Document svg = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(Files.readAllBytes(directory.resolve("run.svg"))));
        assertThat(svg.getElementsByTagName("title").getLength()).isEqualTo(141 + 13);
        String text = Files.readString(directory.resolve("run.svg"));
        assertThat(text).contains("onpath", "see all nodes Ready").doesNotContain("NaN");
    }

    @Test
    void aRunThatDiedIsDrawnWithItsOpenSteps() throws IOException {
        assertThat(urania().run("runs", "show", CUT, "--timeline", "run.html")).isZero();

        assertThat(Files.readString(directory.resolve("run.html")))
                .startsWith("<!doctype html>")
                .contains("<svg", "no end recorded", " open");
    }

    @Test
    void aPictureOfAnotherKindIsRefused() {
        CommandLineOnPipes urania = urania();

        assertThat(urania.run("runs", "show", WHOLE, "--timeline", "run.png")).isEqualTo(2);
        assertThat(urania.errors()).contains("must end in .svg or .html");
    }

    @Test
    void drawsWhatTheTerminalShowed() throws IOException {
        assertThat(urania().run("runs", "show", WHOLE, "--recording", "run.svg"))
                .isZero();

        assertThat(Files.readString(directory.resolve("run.svg")))
                .contains(
                        "$ urania apply", "reading facts: ", " of 139 changes, ", "initialise the cluster", "Done in ");
    }

    @Test
    void writesChromesTraceFormat() throws IOException {
        assertThat(urania().run("runs", "show", WHOLE, "--trace", "run.json")).isZero();

        JsonObject trace = JsonParser.parseString(Files.readString(directory.resolve("run.json")))
                .getAsJsonObject();
        List<JsonObject> events = trace.getAsJsonArray("traceEvents").asList().stream()
                .map(event -> event.getAsJsonObject())
                .toList();
        assertThat(events).allSatisfy(event -> assertThat(event.keySet()).contains("ph", "pid", "tid", "name"));
        assertThat(events)
                .filteredOn(event -> event.get("ph").getAsString().equals("X"))
                .hasSize(141 + 13);
        assertThat(events.stream().filter(event -> event.get("ph").getAsString().equals("s")))
                .hasSameSizeAs(events.stream()
                        .filter(event -> event.get("ph").getAsString().equals("f"))
                        .toList());
    }

    private CommandLineOnPipes urania() {
        return new CommandLineOnPipes(directory, new FakeCluster());
    }

    private static String recorded() throws IOException {
        try (InputStream journal =
                Objects.requireNonNull(RunsTest.class.getResourceAsStream("/io/urania/cli/timeline/apply.jsonl"))) {
            return new String(journal.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
