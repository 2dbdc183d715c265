package io.urania.control.opening;

import io.urania.engine.transport.Exit;
import io.urania.engine.transport.Input;
import io.urania.engine.transport.Target;
import io.urania.engine.transport.Transport;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.function.Consumer;

/** The bare hosts that the launcher rehearses with: the same program {@code ssh}, without a client before it. */
final class RehearsedHosts implements Transport {

    private static final Path PROGRAM = Path.of("../cli/src/main/rehearsal/ssh");

    private int commands;

    /** How many commands the hosts were sent. */
    int commands() {
        return commands;
    }

    @Override
    public synchronized Exit execute(Target target, String command, Input input, Consumer<String> outputLine)
            throws InterruptedException {
        commands++;
        try {
            ByteArrayOutputStream batch = new ByteArrayOutputStream();
            input.writeTo(batch);
            Process program = new ProcessBuilder("sh", PROGRAM.toString()).start();
            try (OutputStream sent = program.getOutputStream()) {
                batch.writeTo(sent);
            }
            try (BufferedReader answers = program.inputReader()) {
                answers.lines().forEach(outputLine);
            }
            return new Exit(program.waitFor(), "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        // Nothing is kept.
    }
}
