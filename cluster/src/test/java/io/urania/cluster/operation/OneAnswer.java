package io.urania.cluster.operation;

import io.urania.engine.transport.Exit;
import io.urania.engine.transport.Input;
import io.urania.engine.transport.Target;
import io.urania.engine.transport.Transport;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A host that gives the same answer to every batch of one step. */
record OneAnswer(int code, String answer) implements Transport {
    private static final Pattern MARKER = Pattern.compile("@urania-[0-9a-f-]{36}");

    @Override
    public Exit execute(Target target, String command, Input input, Consumer<String> outputLine) {
        ByteArrayOutputStream script = new ByteArrayOutputStream();
        try {
            input.writeTo(script);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Matcher marker = MARKER.matcher(script.toString(StandardCharsets.UTF_8));
        if (!marker.find()) {
            throw new AssertionError("this is no batch: " + script);
        }
        outputLine.accept(marker.group() + " begin 0");
        answer.lines().forEach(outputLine);
        outputLine.accept(marker.group() + " end 0 " + code);
        return new Exit(0, "");
    }

    @Override
    public void close() {
        // Nothing is kept.
    }
}
