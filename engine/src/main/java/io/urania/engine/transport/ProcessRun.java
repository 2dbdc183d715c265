package io.urania.engine.transport;

import io.urania.engine.transport.TransportException.Cause;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Runs one local program with its three pipes served.
 *
 * <p>The pipes have platform threads: a read or write that blocks cannot be interrupted, and a blocked write holds the
 * carrier of a virtual thread, so that as many slow transfers as there are processors would stop the whole program.
 */
public final class ProcessRun {

    private static final int ERROR_TAIL_BYTES = 16 * 1024;

    private ProcessRun() {}

    /**
     * Waits for the program's end; an interrupt ends it.
     *
     * @throws UncheckedIOException if {@code input} cannot read what it is to write
     * @throws UnreadableAnswerException if a line of the output does not end, or {@code outputLine} throws it
     */
    public static Exit of(List<String> words, Input input, Consumer<String> outputLine)
            throws TransportException, InterruptedException {
        return of(words, Map.of(), input, outputLine);
    }

    /**
     * As {@link #of(List, Input, Consumer)}, with variables besides those of this process's environment.
     *
     * @throws UncheckedIOException if {@code input} cannot read what it is to write
     * @throws UnreadableAnswerException if a line of the output does not end, or {@code outputLine} throws it
     */
    public static Exit of(List<String> words, Map<String, String> environment, Input input, Consumer<String> outputLine)
            throws TransportException, InterruptedException {
        Process process = start(words, environment);
        try {
            TailBuffer errors = new TailBuffer(ERROR_TAIL_BYTES);
            FutureTask<Void> writing = inThread(() -> {
                CommandInput.feed(process.getOutputStream(), input);
                return null;
            });
            FutureTask<Void> reading = inThread(() -> read(process, outputLine));
            FutureTask<Void> listening = inThread(() -> {
                errors.drain(process.getErrorStream());
                return null;
            });
            finish(reading);
            int code = process.waitFor();
            finish(listening);
            finish(writing, CommandInput::finish);
            return new Exit(code, errors.text());
        } finally {
            end(process);
        }
    }

    private static Process start(List<String> words, Map<String, String> environment) throws TransportException {
        try {
            ProcessBuilder program = new ProcessBuilder(words);
            program.environment().putAll(environment);
            return program.start();
        } catch (IOException e) {
            throw new TransportException(
                    Cause.UNREACHABLE,
                    "the program " + words.getFirst() + " cannot be started (" + e.getMessage()
                            + "); install OpenSSH: apt-get install openssh-client");
        }
    }

    private static FutureTask<Void> inThread(Callable<Void> action) {
        FutureTask<Void> task = new FutureTask<>(action);
        Thread.ofPlatform().daemon().name("pipe").start(task);
        return task;
    }

    private static void finish(FutureTask<Void> task) throws InterruptedException, TransportException {
        finish(task, FutureTask::get);
    }

    private static void finish(FutureTask<Void> task, Waiting waiting) throws InterruptedException, TransportException {
        try {
            waiting.waitFor(task);
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case TransportException failure -> throw failure;
                case RuntimeException defect -> throw defect;
                case Error error -> throw error;
                case null, default -> throw new IllegalStateException(e.getCause());
            }
        }
    }

    @FunctionalInterface
    private interface Waiting {
        void waitFor(FutureTask<Void> task) throws InterruptedException, ExecutionException;
    }

    private static Void read(Process process, Consumer<String> outputLine) throws TransportException {
        try (InputStream output = process.getInputStream();
                LineSink lines = new LineSink(outputLine)) {
            output.transferTo(lines);
            return null;
        } catch (IOException e) {
            throw new TransportException(Cause.LOST, "reading the output of a command failed: " + e.getMessage());
        }
    }

    private static void end(Process process) throws InterruptedException {
        if (process.isAlive()) {
            process.descendants().forEach(ProcessHandle::destroy);
            process.destroy();
            if (!process.waitFor(2, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        }
    }
}
