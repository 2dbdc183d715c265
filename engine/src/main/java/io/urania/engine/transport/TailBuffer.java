package io.urania.engine.transport;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Keeps the last part of a stream, for error messages. */
public final class TailBuffer {

    private final int limit;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    public TailBuffer(int limit) {
        this.limit = limit;
    }

    /** Reads the stream to its end, or until it is closed. */
    void drain(InputStream stream) {
        byte[] chunk = new byte[4096];
        try {
            for (int count = stream.read(chunk); count >= 0; count = stream.read(chunk)) {
                append(chunk, 0, count);
            }
        } catch (IOException e) {
            append(("(standard error broke off: " + e.getMessage() + ")").getBytes(StandardCharsets.UTF_8));
        }
    }

    /** What is written here is kept, as if it had been drained from a stream. */
    public OutputStream stream() {
        return new OutputStream() {
            @Override
            public void write(int value) {
                append(new byte[] {(byte) value}, 0, 1);
            }

            @Override
            public void write(byte[] chunk, int offset, int count) {
                append(chunk, offset, count);
            }
        };
    }

    public synchronized String text() {
        byte[] all = bytes.toByteArray();
        int start = Math.max(0, all.length - limit);
        return new String(all, start, all.length - start, StandardCharsets.UTF_8).strip();
    }

    private void append(byte[] chunk) {
        append(chunk, 0, chunk.length);
    }

    private synchronized void append(byte[] chunk, int offset, int count) {
        bytes.write(chunk, offset, count);
        if (bytes.size() > 2 * limit) {
            byte[] all = bytes.toByteArray();
            bytes.reset();
            bytes.writeBytes(Arrays.copyOfRange(all, all.length - limit, all.length));
        }
    }
}
