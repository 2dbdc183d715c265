package io.urania.cluster.operation;

import io.urania.engine.transport.Input;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A batch as a host gets it.
 *
 * @param script its shell text
 * @param marker at the beginning of the lines that are its own
 */
record SentBatch(String script, String marker) {

    private static final Pattern MARKER = Pattern.compile("@urania-[0-9a-f-]{36}");

    static SentBatch of(Input input) {
        ByteArrayOutputStream sent = new ByteArrayOutputStream();
        try {
            input.writeTo(sent);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String script = sent.toString(StandardCharsets.UTF_8);
        Matcher marker = MARKER.matcher(script);
        if (!marker.find()) {
            throw new AssertionError("this is no batch: " + script);
        }
        return new SentBatch(script, marker.group());
    }
}
