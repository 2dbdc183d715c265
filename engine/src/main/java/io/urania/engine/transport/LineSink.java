package io.urania.engine.transport;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** Cuts bytes into lines of UTF-8 as they come. */
final class LineSink extends OutputStream {

    private final Consumer<String> lines;
    private final ByteArrayOutputStream begun = new ByteArrayOutputStream();

    LineSink(Consumer<String> lines) {
        this.lines = lines;
    }

    @Override
    public void write(int value) {
        if (value == '\n') {
            pass();
        } else {
            begun.write(value);
        }
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        int start = offset;
        for (int index = offset; index < offset + length; index++) {
            if (bytes[index] == '\n') {
                begun.write(bytes, start, index - start);
                pass();
                start = index + 1;
            }
        }
        begun.write(bytes, start, offset + length - start);
    }

    /** Passes on the last line, if it had no end. */
    @Override
    public void close() {
        if (begun.size() > 0) {
            pass();
        }
    }

    private void pass() {
        String line = begun.toString(StandardCharsets.UTF_8);
        begun.reset();
        lines.accept(line.endsWith("\r") ? line.substring(0, line.length() - 1) : line);
    }
}
