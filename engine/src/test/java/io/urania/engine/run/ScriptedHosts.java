package io.urania.engine.run;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.urania.engine.transport.Exit;
import io.urania.engine.transport.Input;
import io.urania.engine.transport.Target;
import io.urania.engine.transport.Transport;
import io.urania.engine.transport.TransportException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Hosts that run nothing: the test says what each step answers. Understands the batch format from the outside. */
final class ScriptedHosts implements Transport {

    private static final Pattern MARKER = Pattern.compile("@urania-[0-9a-f-]{36}");
    /** A step, or the probe in it. */
    private static final Pattern STEP = Pattern.compile(
            "^step_\\d+\\(\\) \\{\n:\n(?:probe\\(\\) \\{\n:\n)?(.*?)\n}$", Pattern.MULTILINE | Pattern.DOTALL);

    private final Script script;
    private final List<String> batches = Collections.synchronizedList(new ArrayList<>());

    ScriptedHosts(Script script) {
        this.script = script;
    }

    /** What a host does with one step. */
    @FunctionalInterface
    interface Script {
        /** Answers the step; its exit code is 0 unless the answer begins with {@link #FAILURE}. */
        String answer(String host, String step) throws TransportException, InterruptedException;
    }

    /** In front of the answer of a step that fails. */
    static final String FAILURE = "failed: ";

    /** All batches that were sent: {@code host: step step …}. */
    List<String> batches() {
        return List.copyOf(batches);
    }

    @Override
    public Exit execute(Target target, String command, Input input, Consumer<String> outputLine)
            throws TransportException, InterruptedException {
        String sent = sent(input);
        Matcher marker = MARKER.matcher(sent);
        if (!marker.find()) {
            throw new AssertionError("no marker in " + sent);
        }
        List<String> steps =
                STEP.matcher(sent).results().map(step -> step.group(1).strip()).toList();
        batches.add(target.name() + ": " + String.join(" ", steps));
        for (int index = 0; index < steps.size(); index++) {
            outputLine.accept("%s begin %d".formatted(marker.group(), index));
            String answer = script.answer(target.name(), steps.get(index));
            answer.lines().forEach(outputLine);
            int code = answer.startsWith(FAILURE) ? 1 : 0;
            outputLine.accept("%s end %d %d".formatted(marker.group(), index, code));
            if (code != 0) {
                break;
            }
        }
        return new Exit(0, "");
    }

    private static String sent(Input input) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            input.writeTo(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toString(UTF_8);
    }

    @Override
    public void close() {
        // Nothing is kept.
    }
}
