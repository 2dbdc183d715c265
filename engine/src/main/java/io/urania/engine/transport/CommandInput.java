package io.urania.engine.transport;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Serial;
import java.io.UncheckedIOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The standard input of a command: tells a failure to write to it from a failure to read what is to be written. */
public final class CommandInput extends FilterOutputStream {

    private static final int GRACE_SECONDS = 1;

    private CommandInput(OutputStream out) {
        super(out);
    }

    /**
     * Writes an input and closes the stream. A command that ends before it has read everything is no failure: its exit code and
     * output say why.
     *
     * @throws UncheckedIOException if {@code input} cannot read what it is to write
     */
    public static void feed(OutputStream stream, Input input) {
        try (OutputStream sink = new CommandInput(stream)) {
            input.writeTo(sink);
        } catch (Closed e) {
            return;
        } catch (IOException e) {
            throw new UncheckedIOException("a file to send to a host cannot be read on this machine: " + e, e);
        }
    }

    /**
     * Waits for the writer of a command that has ended. One that fails to read does so at once; one that waits for something else
     * is ended.
     */
    public static void finish(FutureTask<Void> writing) throws InterruptedException, ExecutionException {
        try {
            writing.get(GRACE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException _) {
            writing.cancel(true);
        }
    }

    @Override
    public void write(int value) throws IOException {
        guard(() -> out.write(value));
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        guard(() -> out.write(bytes, offset, length));
    }

    @Override
    public void flush() throws IOException {
        guard(out::flush);
    }

    @Override
    public void close() throws IOException {
        guard(out::close);
    }

    private static void guard(Writing writing) throws Closed {
        try {
            writing.run();
        } catch (IOException e) {
            throw new Closed(e);
        }
    }

    @FunctionalInterface
    private interface Writing {
        void run() throws IOException;
    }

    private static final class Closed extends IOException {

        @Serial
        private static final long serialVersionUID = 1L;

        Closed(IOException cause) {
            super(cause);
        }
    }
}
