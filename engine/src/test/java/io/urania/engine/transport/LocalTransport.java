package io.urania.engine.transport;

import io.urania.engine.transport.TransportException.Cause;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Runs commands on this machine, with the rights of the tests, whatever the target says. */
public final class LocalTransport implements Transport {

    private final List<String> shell;

    public LocalTransport() {
        this(List.of("sh"));
    }

    /** With another shell, such as {@code busybox sh}. */
    public LocalTransport(List<String> shell) {
        this.shell = List.copyOf(shell);
    }

    /** A target for those who need one; nothing of it is used but its name. */
    public static Target target(String name) {
        return new Target(name, "localhost", 22, "", false, Optional.<Path>empty(), List.of());
    }

    @Override
    public Exit execute(Target target, String command, Input input, Consumer<String> outputLine)
            throws TransportException, InterruptedException {
        List<String> words = new ArrayList<>(shell);
        words.addAll(List.of("-c", command));
        Exit exit = ProcessRun.of(words, input, outputLine);
        if (exit.code() == 255) {
            throw new TransportException(Cause.LOST, target.name() + ": " + exit.standardError());
        }
        return exit;
    }

    @Override
    public void close() {
        // Nothing is kept.
    }
}
