package io.urania.engine.batch;

import io.urania.engine.text.ControlSequences;
import io.urania.engine.transport.UnreadableAnswerException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the marked output of a batch line by line. Marks that do not follow each other as a batch prints them, and output without end, are an
 * {@link UnreadableAnswerException}: a host that is not what it was must not have its results taken for those of other steps, nor fill the
 * memory of who asked it.
 */
final class BatchReader {

    /** Beyond the longest output of a step that works: a verbose installation of packages. */
    static final int LARGEST_OUTPUT = 16 << 20;

    /** Beyond all that a host answers to all questions. */
    static final int LARGEST_BATCH = 32 << 20;

    /** The number of the step, and its exit code, of which a shell has 256. */
    private static final Pattern END = Pattern.compile("end ([0-9]{1,9}) ([0-9]{1,3})");

    private final List<Step> steps;
    private final String marker;
    private final BatchListener listener;
    private final List<StepResult> results = new ArrayList<>();
    private final List<String> lines = new ArrayList<>();
    private Optional<String> current = Optional.empty();
    private long characters;
    private long charactersOfStep;
    private boolean anythingBegun;
    private boolean stopped;
    private boolean over;

    BatchReader(List<Step> steps, String marker, BatchListener listener) {
        this.steps = steps;
        this.marker = marker;
        this.listener = listener;
    }

    void line(String line) {
        if (!line.startsWith(marker)) {
            count(line);
            lines.add(line);
            return;
        }
        String mark = line.substring(marker.length()).strip();
        switch (mark) {
            case "stopped" -> stopped = true;
            case "over" -> over = true;
            case String waits
            when waits.equals("waiting") || waits.startsWith("waiting ") ->
                waiting(waits.substring("waiting".length()).strip());
            default -> beginOrEnd(mark);
        }
    }

    private void count(String line) {
        // An empty line takes its place too.
        characters += line.length() + 1L;
        charactersOfStep += line.length() + 1L;
        if (charactersOfStep > LARGEST_OUTPUT || characters > LARGEST_BATCH) {
            throw new UnreadableAnswerException("it is longer than "
                    + ((charactersOfStep > LARGEST_OUTPUT ? LARGEST_OUTPUT : LARGEST_BATCH) >> 20) + " MiB");
        }
    }

    /** Steps begin and end in their order, one at a time: whatever else comes is not of the batch that was sent. */
    private void beginOrEnd(String mark) {
        int next = results.size();
        if (next < steps.size()) {
            String key = steps.get(next).key();
            if (current.isEmpty() && mark.equals("begin " + next)) {
                begin(key);
                return;
            }
            Matcher end = END.matcher(mark);
            if (current.isPresent() && end.matches() && end.group(1).equals(Integer.toString(next))) {
                end(key, Integer.parseInt(end.group(2)));
                return;
            }
        }
        throw new UnreadableAnswerException("the markers between its steps are out of order");
    }

    private void begin(String key) {
        anythingBegun = true;
        charactersOfStep = 0;
        current = Optional.of(key);
        lines.clear();
        listener.started(key);
    }

    private void waiting(String what) {
        withoutLastLineEnd();
        current.ifPresent(
                key -> listener.waiting(key, ControlSequences.removed(what).strip()));
    }

    private void end(String key, int code) {
        current = Optional.empty();
        StepResult result = new StepResult(key, code, output());
        results.add(result);
        listener.finished(result);
    }

    List<StepResult> results() {
        return List.copyOf(results);
    }

    /** Whether the remote shell came as far as the first step. */
    boolean anythingBegun() {
        return anythingBegun;
    }

    /** Whether the batch ended before its next step because it was asked to. */
    boolean stopped() {
        return stopped;
    }

    /** Whether the batch has said its last word. */
    boolean over() {
        return over;
    }

    /** What was printed outside any step or in the step that did not end. */
    String unfinishedOutput() {
        return String.join("\n", lines).strip();
    }

    private String output() {
        withoutLastLineEnd();
        return String.join("\n", lines);
    }

    /** A marker is printed after an extra line end, so that output without one stays apart from it. */
    private void withoutLastLineEnd() {
        if (!lines.isEmpty() && lines.getLast().isEmpty()) {
            lines.removeLast();
        }
    }
}
