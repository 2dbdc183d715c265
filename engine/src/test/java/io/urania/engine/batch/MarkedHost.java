package io.urania.engine.batch;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.urania.engine.transport.Exit;
import io.urania.engine.transport.Input;
import io.urania.engine.transport.Target;
import io.urania.engine.transport.Transport;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A host that runs nothing: the test says which lines it prints, and when. */
@FunctionalInterface
public interface MarkedHost extends Transport {

    Pattern MARKER = Pattern.compile("@urania-[0-9a-f-]{36}");

    /**
     * Prints what a batch would print.
     *
     * @param marker at the beginning of the batch's own lines
     */
    void print(String marker, Consumer<String> lines) throws InterruptedException;

    @Override
    default Exit execute(Target target, String command, Input input, Consumer<String> outputLine)
            throws InterruptedException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            input.writeTo(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Matcher marker = MARKER.matcher(bytes.toString(UTF_8));
        if (!marker.find()) {
            throw new AssertionError("no marker in " + bytes.toString(UTF_8));
        }
        print(marker.group(), outputLine);
        return new Exit(0, "");
    }

    @Override
    default void close() {}
}
