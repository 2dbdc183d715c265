package io.urania.engine.transport;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** Cuts bytes into lines of UTF-8 as they come. A line that does not end is an answer that cannot be read: it would fill the memory. */
public final class LineSink extends OutputStream {

    /** Beyond any line that a probe prints, and little for a controller that is a Raspberry Pi itself. */
    static final int LONGEST_LINE_BYTES = 4 << 20;

    private final Consumer<String> lines;
    private final ByteArrayOutputStream begun = new ByteArrayOutputStream();

    public LineSink(Consumer<String> lines) {
        this.lines = lines;
    }

    @Override
    public void write(int value) {
        if (value == '\n') {
            pass();
        } else {
            require(1);
            begun.write(value);
        }
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        int start = offset;
        for (int index = offset; index < offset + length; index++) {
            if (bytes[index] == '\n') {
                keep(bytes, start, index);
                pass();
                start = index + 1;
            }
        }
        keep(bytes, start, offset + length);
    }

    private void keep(byte[] bytes, int start, int end) {
        require(end - start);
        begun.write(bytes, start, end - start);
    }

    private void require(int more) {
        if (begun.size() + more > LONGEST_LINE_BYTES) {
            throw new UnreadableAnswerException("one line of it is longer than " + (LONGEST_LINE_BYTES >> 20) + " MiB");
        }
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
