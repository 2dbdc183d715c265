package io.urania.engine.transport;

import io.urania.engine.text.LastLines;
import io.urania.engine.transport.TransportException.Cause;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Runs commands on this machine as whoever runs Urania, whatever the target says: {@code ansible_connection: local}. */
public final class LocalTransport implements Transport {

    private static final int FAILED = 255;

    private final List<String> shell;

    public LocalTransport() {
        this(List.of("sh"));
    }

    /** With another shell, such as {@code busybox sh}. */
    public LocalTransport(List<String> shell) {
        this.shell = List.copyOf(shell);
    }

    /** This machine under a name. */
    public static Target target(String name) {
        return new Target(name, "localhost", 22, "", false, Optional.empty(), List.of()).by(Way.LOCAL);
    }

    @Override
    public Exit execute(Target target, String command, Input input, Consumer<String> outputLine)
            throws TransportException, InterruptedException {
        List<String> words = new ArrayList<>(shell);
        words.addAll(List.of("-c", command));
        Exit exit = ProcessRun.of(words, input, outputLine);
        if (exit.code() == FAILED) {
            throw new TransportException(
                    Cause.LOST,
                    target.name() + " (this machine): a command failed: " + LastLines.of(exit.standardError()));
        }
        return exit;
    }

    @Override
    public void close() {
        // Nothing is kept.
    }
}
