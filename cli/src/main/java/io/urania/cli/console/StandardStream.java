package io.urania.cli.console;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Standard output or error, which remembers the first write that failed: a PrintStream tells nobody why. */
public final class StandardStream extends OutputStream {

    /** What the kernel says where nobody reads any more, as after {@code | head}: strerror(EPIPE). */
    private static final String NOBODY_READS = "Broken pipe";

    private final OutputStream stream;

    @Nullable
    private volatile IOException failure;

    public StandardStream(OutputStream stream) {
        this.stream = stream;
    }

    @Override
    public void write(int octet) throws IOException {
        write(new byte[] {(byte) octet}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        try {
            stream.write(bytes, offset, length);
        } catch (IOException e) {
            if (failure == null) {
                failure = e;
            }
            throw e;
        }
    }

    @Override
    public void flush() throws IOException {
        stream.flush();
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }

    /** Why something that was printed is not there; a reader that has gone away is no failure. */
    public Optional<String> failure() {
        return Optional.ofNullable(failure)
                .map(why -> String.valueOf(why.getMessage()))
                .filter(why -> !why.equals(NOBODY_READS));
    }
}
