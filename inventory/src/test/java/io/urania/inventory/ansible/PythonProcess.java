package io.urania.inventory.ansible;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** A Python script that answers requests: one JSON object a line on its standard input, one a line on its standard output. */
public final class PythonProcess implements AutoCloseable {
    private static final String ERRORS = "errors.txt";

    private final Path files;
    private final Process process;
    private final BufferedWriter requests;
    private final BufferedReader answers;

    private PythonProcess(Path files, Process process) {
        this.files = files;
        this.process = process;
        this.requests = process.outputWriter(StandardCharsets.UTF_8);
        this.answers = process.inputReader(StandardCharsets.UTF_8);
    }

    /**
     * Starts a script of the test resources beside this class.
     *
     * @param directory the script's working directory
     */
    public static PythonProcess start(AnsibleEnvironment environment, String resource, Path directory)
            throws IOException {
        Path files = Files.createTempDirectory("urania-python");
        Path script = files.resolve("script.py");
        try (InputStream source = Objects.requireNonNull(PythonProcess.class.getResourceAsStream(resource), resource)) {
            Files.copy(source, script);
        }
        List<String> command = new ArrayList<>(environment.python());
        command.add(script.toString());
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectError(files.resolve(ERRORS).toFile());
        builder.environment().put("PYTHONUTF8", "1");
        // The person's own configuration must not change the answers.
        builder.environment()
                .put(
                        "ANSIBLE_CONFIG",
                        Files.createFile(files.resolve("ansible.cfg")).toString());
        return new PythonProcess(files, builder.start());
    }

    /** Sends a request and waits for its answer. */
    public JsonObject ask(JsonObject request) {
        try {
            requests.write(request.toString());
            requests.newLine();
            requests.flush();
            String answer = answers.readLine();
            if (answer == null) {
                throw new IllegalStateException(
                        "the script ended without an answer: " + Files.readString(files.resolve(ERRORS)));
            }
            return JsonParser.parseString(answer).getAsJsonObject();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() throws IOException {
        process.destroy();
        for (String file : List.of("script.py", "ansible.cfg", ERRORS)) {
            Files.deleteIfExists(files.resolve(file));
        }
        Files.deleteIfExists(files);
    }
}
