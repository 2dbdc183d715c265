package io.urania.cli.conformance;

import com.google.gson.Gson;
import com.google.gson.annotations.SerializedName;
import com.google.gson.stream.JsonReader;
import io.urania.cli.conformance.SpecReport.State;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The report that ginkgo writes with {@code --json-report} (types/types.go of github.com/onsi/ginkgo/v2): read piece by piece,
 * for it holds the suite's seven thousand specs with all that they print.
 *
 * @param specs the suite's specs, and its own set-up where that failed
 * @param began when the suite began
 * @param took how long it ran
 */
record GinkgoReport(List<SpecReport> specs, OffsetDateTime began, Duration took) {

    private static final Gson GSON = new Gson();
    private static final String SPEC = "It";

    GinkgoReport {
        specs = List.copyOf(specs);
    }

    /** The members of a spec that are looked at. */
    private record Entry(
            @SerializedName("ContainerHierarchyTexts") @Nullable
            List<String> containers,

            @SerializedName("LeafNodeType") String type,
            @SerializedName("LeafNodeText") @Nullable String text,
            @SerializedName("State") String state,
            @SerializedName("RunTime") long nanoseconds,
            @SerializedName("Failure") @Nullable Failure failure) {}

    private record Failure(
            @SerializedName("Message") @Nullable String message) {}

    /**
     * Reads the report of one suite.
     *
     * @throws IOException if the file cannot be read, or does not hold the report of exactly one suite
     */
    static GinkgoReport read(Path file) throws IOException {
        try (Reader text = Files.newBufferedReader(file);
                JsonReader json = new JsonReader(text)) {
            json.beginArray();
            GinkgoReport report = suite(json);
            if (json.hasNext()) {
                throw new IOException(file + " holds reports of several suites");
            }
            json.endArray();
            return report;
        } catch (IllegalStateException e) {
            throw new IOException(file + " is no report of ginkgo: " + e.getMessage(), e);
        }
    }

    private static GinkgoReport suite(JsonReader json) throws IOException {
        List<SpecReport> specs = new ArrayList<>();
        OffsetDateTime began = null;
        Duration took = null;
        json.beginObject();
        while (json.hasNext()) {
            switch (json.nextName()) {
                case "StartTime" -> began = OffsetDateTime.parse(json.nextString());
                case "RunTime" -> took = Duration.ofNanos(json.nextLong());
                case "SpecReports" -> specs(json, specs);
                default -> json.skipValue();
            }
        }
        json.endObject();
        if (began == null || took == null) {
            throw new IllegalStateException("it says no time");
        }
        return new GinkgoReport(specs, began, took);
    }

    private static void specs(JsonReader json, List<SpecReport> specs) throws IOException {
        json.beginArray();
        while (json.hasNext()) {
            Entry entry = GSON.fromJson(json, Entry.class);
            SpecReport spec = spec(entry);
            if (entry.type().equals(SPEC) || spec.state() == State.FAILED) {
                specs.add(spec);
            }
        }
        json.endArray();
    }

    private static SpecReport spec(Entry entry) {
        Stream<String> texts = Stream.concat(
                entry.containers() == null ? Stream.of() : entry.containers().stream(),
                Stream.ofNullable(entry.text()));
        String name = String.join(" ", texts.filter(text -> !text.isEmpty()).toList());
        Failure failure = entry.failure();
        return new SpecReport(
                name.isEmpty() ? entry.type() : name,
                state(entry.state()),
                Duration.ofNanos(entry.nanoseconds()),
                failure == null || failure.message() == null ? "" : failure.message());
    }

    /** Every way not to pass counts as failed, one that is new to us too. */
    private static State state(String word) {
        return switch (word) {
            case "passed" -> State.PASSED;
            case "skipped", "pending" -> State.SKIPPED;
            default -> State.FAILED;
        };
    }
}
