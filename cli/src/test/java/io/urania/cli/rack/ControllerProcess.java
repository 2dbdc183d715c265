package io.urania.cli.rack;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.urania.cli.JavaProgram;
import io.urania.cli.Main;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** An {@code apply} in a process of its own, which can be killed as only a process can. */
final class ControllerProcess implements AutoCloseable {

    private final Process process;
    private final BufferedReader output;
    private final Path errors;
    private final List<JsonObject> events = new ArrayList<>();
    private final StringBuilder said = new StringBuilder();

    private ControllerProcess(Process process, Path errors) {
        this.process = process;
        this.output = process.inputReader();
        this.errors = errors;
    }

    /** Begins to make the hosts of the rack what its inventories ask for. */
    static ControllerProcess apply(Path rack, Path scratch) throws IOException {
        return apply(rack, scratch, Map.of());
    }

    /**
     * The same.
     *
     * @param environment what it finds there beside this process's own
     */
    static ControllerProcess apply(Path rack, Path scratch, Map<String, String> environment) throws IOException {
        Path errors = Files.createTempFile(scratch, "apply", ".errors");
        ProcessBuilder builder = new ProcessBuilder(
                        JavaProgram.command(Main.class, "apply", "-i", rack.toString(), "--yes", "--json"))
                .redirectError(errors.toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        return new ControllerProcess(process, errors);
    }

    /** A step as events and plans name it. */
    record Step(String host, String title) {

        static Step of(JsonObject json) {
            return new Step(json.get("host").getAsString(), json.get("title").getAsString());
        }
    }

    /** Waits until a step begins that is looked for; nothing if the run ends before. */
    Optional<Step> awaitBegin(Predicate<Step> wanted) throws IOException {
        return await("change-started", json -> wanted.test(Step.of(json))).map(Step::of);
    }

    /** Waits until a host is said to wait for something that is looked for; nothing if the run ends before. */
    Optional<String> awaitWait(Predicate<String> wanted) throws IOException {
        return await("waiting", json -> wanted.test(json.get("what").getAsString()))
                .map(json -> json.get("host").getAsString());
    }

    private Optional<JsonObject> await(String event, Predicate<JsonObject> wanted) throws IOException {
        for (Optional<JsonObject> next = next(); next.isPresent(); next = next()) {
            JsonObject json = next.get();
            if (json.get("event").getAsString().equals(event) && wanted.test(json)) {
                return next;
            }
        }
        return Optional.empty();
    }

    /** Ends the process as the kernel does when memory is short: it can do nothing about it. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Waits for the end of the run; returns the exit code. */
    int code() throws IOException, InterruptedException {
        Optional<JsonObject> event;
        do {
            event = next();
        } while (event.isPresent());
        return process.waitFor();
    }

    /** What is told of the steps that failed until now, a line for each. */
    String failures() {
        return events.stream()
                .filter(event -> event.get("event").getAsString().equals("change-failed"))
                .map(JsonObject::toString)
                .collect(Collectors.joining("\n"));
    }

    /** All that was printed until now. */
    String said() throws IOException {
        return said + Files.readString(errors);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    private Optional<JsonObject> next() throws IOException {
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            said.append(line).append('\n');
            JsonObject json = JsonParser.parseString(line).getAsJsonObject();
            if (json.has("event")) {
                events.add(json);
                return Optional.of(json);
            }
        }
        return Optional.empty();
    }
}
